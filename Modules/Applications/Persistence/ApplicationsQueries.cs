using Anef.SharedKernel.Jobs;

namespace Anef.Applications.Persistence;

/// <summary>Queries of the daily jobs, named so that each provider's SQL can be looked at.</summary>
internal static class ApplicationsQueries
{
    public static IQueryable<Guid> DeadlinesAfter(ApplicationsDb db, CivilDay today, Guid after, int take) => db.Applications
        .Where(a => a.Zone == today.Zone && a.NextDeadlineOn <= today.Date && a.Id > after).OrderBy(a => a.Id).Select(a => a.Id).Take(take);

    public static IQueryable<Guid> RemindersAfter(ApplicationsDb db, CivilDay today, Guid after, int take) => db.People
        .Where(p => p.Zone == today.Zone && p.NextReminderOn <= today.Date && p.Id > after).OrderBy(p => p.Id).Select(p => p.Id).Take(take);
}
