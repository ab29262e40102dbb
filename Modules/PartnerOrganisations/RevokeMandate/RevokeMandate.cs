using Anef.PartnerOrganisations.Access;
using Anef.PartnerOrganisations.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.RevokeMandate;

/// <summary>A mandate ends before its day: the person wants it no longer, or the organisation gives it back. At once.</summary>
internal sealed class RevokeMandate(PartnerOrganisationsDb db, PartnerDoor door, Visitor visitor, TimeProvider clock) : IUseCase<RevokeMandate.Request, Done>
{
    public sealed record Request(Guid Id);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var mandate = await db.Mandates.SingleOrDefaultAsync(m => m.Id == request.Id, ct) ?? throw new NotFound("ce mandat");
        var by = await Side(mandate, ct);
        if (mandate.RevokedAt is not null) return default;
        mandate.Revoke(by, clock.GetUtcNow());
        var organisation = await db.Organisation(mandate.OrganisationId, ct);
        db.Publish(new MandateChanged(mandate.Id, organisation.Id, organisation.Name, mandate.PersonId, Valid: false));
        await db.SaveChangesAsync(ct);
        return default;
    }

    private async Task<string> Side(Mandate mandate, CancellationToken ct)
    {
        if (visitor.PersonId == mandate.PersonId) return "person";
        if (visitor.Is(Role.Partner) && (await door.Enter(ct)).OrganisationId == mandate.OrganisationId) return "organisation";
        throw new NotFound("ce mandat");
    }
}
