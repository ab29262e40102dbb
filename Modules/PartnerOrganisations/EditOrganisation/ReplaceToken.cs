using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.RegisterOrganisation;
using Anef.SharedKernel.UseCases;

namespace Anef.PartnerOrganisations.EditOrganisation;

/// <summary>The address has become known to whom it should not: the organisation gets another, and the old one is nobody's.</summary>
internal sealed class ReplaceToken(PartnerOrganisationsDb db) : IUseCase<ReplaceToken.Request, string>
{
    public sealed record Request(Guid Id);

    public async Task<string> Handle(Request request, CancellationToken ct)
    {
        var organisation = await db.Organisation(request.Id, ct);
        organisation.GiveToken(Tokens.For(organisation.Name));
        await db.SaveChangesAsync(ct);
        return organisation.Token;
    }
}
