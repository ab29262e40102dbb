using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.PlanStaffing;

/// <summary>What the read model knows of a prefecture up to a morning.</summary>
/// <param name="FirstDay">Of its oldest request; null when there is none.</param>
internal sealed record PlaceHistory(int From, int? FirstDay, IReadOnlyList<Arrived> Arrivals, IReadOnlyList<Waiting> Stock, IReadOnlyList<Ending> Permits, IReadOnlyDictionary<string, int> LeftInAYear,
    IReadOnlyList<Spent> Spent)
{
    /// <summary>Older than that says nothing of what comes.</summary>
    private const int Longest = 1096;

    private const int YearDays = 365;

    /// <summary>How long after its end an unasked renewal is still expected.</summary>
    private const int Lateness = 60;

    public int Days => FirstDay is { } first ? Math.Min(Longest, From - first) : 0;

    /// <summary>Whole months of it.</summary>
    public int Months => (int)(Days / 30.4375);

    public bool IsEmpty => Arrivals.Count == 0 && Stock.Count == 0 && Permits.Count == 0;

    public static async Task<PlaceHistory> Read(StaffingDb db, string prefecture, DateOnly day, int days, CancellationToken ct)
    {
        var from = day.DayNumber;
        var (oldest, lastYear) = (from - Longest, from - YearDays);
        var (permitsFrom, permitsTo) = (from - Lateness, from + days + 120);
        var stays = db.Stays.AsNoTracking().Where(s => s.Prefecture == prefecture);
        var arrivals = await stays.Where(s => s.FromDay >= oldest && s.FromDay < from).GroupBy(s => new { s.Procedure, Renewal = s.Kind == "renewal", s.FromDay })
            .Select(g => new Arrived(g.Key.Procedure, g.Key.Renewal, g.Key.FromDay, g.Count())).ToListAsync(ct);
        var stock = await stays.Where(s => s.FromDay < from && (s.UntilDay == null || s.UntilDay >= from)).GroupBy(s => new { s.Procedure, s.FiledDay })
            .Select(g => new Waiting(g.Key.Procedure, g.Key.FiledDay, g.Count())).ToListAsync(ct);
        var permits = await db.Permits.AsNoTracking().Where(p => p.Prefecture == prefecture && !p.Asked && p.UntilDay >= permitsFrom && p.UntilDay < permitsTo).GroupBy(p => new { p.Procedure, p.UntilDay })
            .Select(g => new Ending(g.Key.Procedure, g.Key.UntilDay, g.Count())).ToListAsync(ct);
        var left = await stays.Where(s => s.UntilDay >= lastYear && s.UntilDay < from).GroupBy(s => s.Procedure).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var spent = await stays.Where(s => s.UntilDay >= lastYear && s.UntilDay < from && s.OfficerSeconds != null).GroupBy(s => new { s.Procedure, s.OfficerSeconds }).Select(g => new Spent(g.Key.Procedure, g.Key.OfficerSeconds!.Value, g.Count())).ToListAsync(ct);
        var first = await stays.Where(s => s.FromDay < from).MinAsync(s => (int?)s.FromDay, ct);
        return new(from, first, arrivals, stock, permits, left, spent);
    }
}

/// <summary>Requests that came on a day.</summary>
internal sealed record Arrived(string Procedure, bool Renewal, int Day, int Count);

/// <summary>Requests that wait, by day of filing.</summary>
internal sealed record Waiting(string Procedure, int FiledDay, int Count);

/// <summary>Requests decided in the last year on which officers spent so long.</summary>
internal sealed record Spent(string Procedure, int Seconds, int Count);

/// <summary>Permits whose renewal is not asked for yet, by last day.</summary>
internal sealed record Ending(string Procedure, int UntilDay, int Count);
