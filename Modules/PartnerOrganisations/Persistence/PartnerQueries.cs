using Anef.PartnerOrganisations.Domain;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.Persistence;

/// <summary>What several use cases ask.</summary>
internal static class PartnerQueries
{
    /// <summary>Those who are members now, by name.</summary>
    public static async Task<IReadOnlyList<Member>> MembersOf(this PartnerOrganisationsDb db, Guid organisation, CancellationToken ct) =>
        await db.Members.AsNoTracking().Where(m => m.OrganisationId == organisation && m.Until == null).OrderBy(m => m.Name).ToListAsync(ct);

    public static async Task<Organisation> Organisation(this PartnerOrganisationsDb db, Guid id, CancellationToken ct) =>
        await db.Organisations.SingleOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotFound("cette organisation");
}
