using Anef.Attestations.Domain;
using Anef.SharedKernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Anef.Attestations.Persistence;

/// <summary>Queries that the sweep and the monitor live by, named so that each provider's SQL can be looked at.</summary>
internal static class AttestationsQueries
{
    /// <summary>People whose next document simply follows the current one.</summary>
    public static IQueryable<PersonCoverage> Renewable(AttestationsDb db, CivilDay today, int take) => db.Coverages.AsNoTracking()
        .Where(c => c.Zone == today.Zone && c.DueOn <= today.Date && c.NextKind != null && c.NextFrom >= today.Date)
        .OrderBy(c => c.DueOn).ThenBy(c => c.PersonId).Take(take);

    /// <summary>People of whom something else is due, in order of id.</summary>
    public static IQueryable<Guid> DueAfter(AttestationsDb db, CivilDay today, Guid after, int take) => db.Coverages
        .Where(c => c.Zone == today.Zone && c.DueOn <= today.Date && c.PersonId > after)
        .OrderBy(c => c.PersonId).Select(c => c.PersonId).Take(take);

    /// <summary>People who are owed a document and hold nothing valid on that day.</summary>
    public static IQueryable<PersonCoverage> Uncovered(AttestationsDb db, CivilDay today) => db.Coverages.AsNoTracking()
        .Where(c => c.Zone == today.Zone && c.DueOn <= today.Date && c.NextKind != null && c.NextFrom <= today.Date && (c.LawUntil == null || c.LawUntil < today.Date));
}
