using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.UseCases;

namespace Anef.PartnerOrganisations.RegisterOrganisation;

/// <summary>An organisation has an agreement: it gets an address of its own.</summary>
internal sealed class RegisterOrganisation(PartnerOrganisationsDb db, OrganisationChecks checks) : IUseCase<RegisterOrganisation.Request, Guid>
{
    public sealed record Request(OrganisationValues Values);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var organisation = new Organisation { Name = request.Values.Name };
        checks.Write(request.Values, organisation);
        organisation.GiveToken(Tokens.For(organisation.Name));
        db.Add(organisation);
        await db.SaveChangesAsync(ct);
        return organisation.Id;
    }
}
