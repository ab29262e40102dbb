using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.Procedures.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.WatchDeadlines;

/// <summary>Which situations wait for an answer, and how near their day is: for the daily job, for pages and for reports.</summary>
internal static class DueCases
{
    /// <summary>Calendar days that hold one working day, whatever the bridges: enough to look at, before working days are counted.</summary>
    private const int Reach = 6;

    /// <summary>Everything that somebody has to answer.</summary>
    public static IQueryable<PartnerCase> Open(PartnerOrganisationsDb db) => db.Cases.Where(c => c.AnsweredAt == null);

    /// <summary>Those whose day has passed.</summary>
    public static IQueryable<PartnerCase> Late(PartnerOrganisationsDb db, DateOnly today) => Open(db).Where(c => c.DueOn < today);

    /// <summary>Those whose day has passed or may be near; <see cref="IsNear"/> tells which are.</summary>
    public static IQueryable<PartnerCase> Near(PartnerOrganisationsDb db, DateOnly today)
    {
        var until = today.AddDays(Reach);
        return Open(db).Where(c => c.DueOn <= until);
    }

    /// <summary>It has to be answered today, or on the next working day at the latest.</summary>
    public static bool IsNear(PartnerCase situation, DateOnly today, IWorkingDays days) => situation.DueOn >= today && situation.DueOn <= days.After(today, 1, situation.Prefecture);

    /// <summary>How many are open, near and late, a prefecture and a priority.</summary>
    public static async Task<IReadOnlyList<DueCount>> Count(PartnerOrganisationsDb db, DateOnly today, IWorkingDays days, CancellationToken ct)
    {
        var open = await Open(db).GroupBy(c => new { c.Prefecture, c.Priority, c.DueOn }).Select(g => new { g.Key.Prefecture, g.Key.Priority, g.Key.DueOn, Count = g.Count() }).ToListAsync(ct);
        return [.. open.GroupBy(o => (o.Prefecture, o.Priority)).OrderBy(g => g.Key.Prefecture, StringComparer.Ordinal).ThenBy(g => g.Key.Priority).Select(g => new DueCount(g.Key.Prefecture, g.Key.Priority,
            g.Sum(o => o.Count), g.Where(o => o.DueOn >= today && o.DueOn <= days.After(today, 1, g.Key.Prefecture)).Sum(o => o.Count), g.Where(o => o.DueOn < today).Sum(o => o.Count)))];
    }
}

/// <param name="Prefecture">Null for those of which nobody knows whose they are.</param>
internal sealed record DueCount(string? Prefecture, int Priority, int Open, int Near, int Late);
