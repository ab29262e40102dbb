using Anef.PartnerOrganisations.Access;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.MakeKey;

/// <summary>A key opens nothing any more, whatever was given out by it.</summary>
internal sealed class RevokeKey(PartnerOrganisationsDb db, PartnerDoor door, TimeProvider clock) : IUseCase<RevokeKey.Request, Done>
{
    public sealed record Request(Guid Id);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var lead = await door.EnterToLead(ct);
        var key = await db.Set<ApiKey>().SingleOrDefaultAsync(k => k.Id == request.Id && k.OrganisationId == lead.OrganisationId, ct) ?? throw new NotFound("cette clé");
        key.RevokedAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return default;
    }
}
