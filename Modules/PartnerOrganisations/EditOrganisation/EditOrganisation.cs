using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.RegisterOrganisation;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;

namespace Anef.PartnerOrganisations.EditOrganisation;

/// <summary>An agreement changes, or what is known of the organisation.</summary>
internal sealed class EditOrganisation(PartnerOrganisationsDb db, OrganisationChecks checks) : IUseCase<EditOrganisation.Request, Done>
{
    /// <param name="Version">That was looked at when the form was filled in.</param>
    public sealed record Request(Guid Id, OrganisationValues Values, long Version);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var organisation = await db.Organisation(request.Id, ct);
        if (organisation.Version != request.Version) throw new RuleBroken("partners.changed-meanwhile", "Quelqu'un d'autre a modifié cette organisation : rouvrez la page, puis refaites vos changements.");
        checks.Write(request.Values, organisation);
        await db.SaveChangesAsync(ct);
        return default;
    }
}
