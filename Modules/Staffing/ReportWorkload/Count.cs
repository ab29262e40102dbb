using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.ReportWorkload;

/// <summary>Lets the database count: no row of a request comes here, only how many there were of each kind.</summary>
internal sealed class Count(StaffingDb db, Span span, CancellationToken ct)
{
    private readonly Dictionary<string, Tally> _tallies = [];

    public async Task<IReadOnlyDictionary<string, Tally>> All()
    {
        await CountStock();
        await CountInflow();
        await CountOutflow();
        await CountDelays();
        await CountSilence();
        await CountDocuments();
        await CountGaps();
        return _tallies;
    }

    /// <summary>Procedures of which restricted requests were there at some time.</summary>
    public async Task<IReadOnlySet<string>> Delicate()
    {
        var delicate = new HashSet<string>();
        foreach (var there in In(span.First, span.Last)) delicate.UnionWith(await there.Where(s => s.Restricted).Select(s => s.Procedure).Distinct().ToListAsync(ct));
        return delicate;
    }

    /// <summary>Opening and closing are counted each by itself, so that they can be held against what came and went.</summary>
    private async Task CountStock()
    {
        foreach (var there in In(span.First, span.First - 1))
            foreach (var row in await there.GroupBy(s => s.Procedure).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct))
                Of(row.Key).Opening += row.Count;
        foreach (var there in In(span.Last + 1, span.Last))
            foreach (var row in await there.GroupBy(s => new { s.Procedure, s.FiledDay }).Select(g => new { g.Key.Procedure, g.Key.FiledDay, Count = g.Count() }).ToListAsync(ct))
                Of(row.Procedure).Ages.Add(Math.Max(0, span.AsOf - row.FiledDay), row.Count);
    }

    /// <summary>What had come by a day and left on another or later, or not at all. Two questions: joined by an "or", no index answers them.</summary>
    private IQueryable<Stay>[] In(int leftFrom, int cameBy)
    {
        var came = span.Stays(db).Where(s => s.FromDay <= cameBy);
        return [came.Where(s => s.UntilDay == null), came.Where(s => s.UntilDay >= leftFrom)];
    }

    private async Task CountInflow()
    {
        foreach (var row in await span.Stays(db).Where(s => s.FromDay >= span.First && s.FromDay <= span.Last)
            .GroupBy(s => new { s.Procedure, s.Channel, s.FromBy }).Select(g => new { g.Key.Procedure, g.Key.Channel, g.Key.FromBy, Count = g.Count() }).ToListAsync(ct))
        {
            var entries = Of(row.Procedure).In;
            var key = row.FromBy switch { Entry.TransferredIn => "transferredIn", Entry.RequalifiedIn => "requalifiedIn", _ => row.Channel };
            entries[key] = entries.GetValueOrDefault(key) + row.Count;
        }
    }

    private async Task CountOutflow()
    {
        foreach (var row in await span.Stays(db).Where(s => s.UntilDay >= span.First && s.UntilDay <= span.Last)
            .GroupBy(s => new { s.Procedure, s.UntilBy }).Select(g => new { g.Key.Procedure, g.Key.UntilBy, Count = g.Count(), Requests = g.Sum(s => s.DocumentRequests) }).ToListAsync(ct))
        {
            var tally = Of(row.Procedure);
            tally.Out[KeyOf(row.UntilBy)] = row.Count;
            if (row.UntilBy is Exit.TransferredOut or Exit.RequalifiedOut) continue;
            tally.Ended += row.Count;
            tally.DocumentRequests += row.Requests;
        }
    }

    private async Task CountDelays()
    {
        foreach (var row in await span.Stays(db).Where(s => s.UntilDay >= span.First && s.UntilDay <= span.Last && s.DecisionDays != null)
            .GroupBy(s => new { s.Procedure, s.DecisionDays }).Select(g => new { g.Key.Procedure, Days = g.Key.DecisionDays!.Value, Count = g.Count() }).ToListAsync(ct))
            Of(row.Procedure).Delays.Add(row.Days, row.Count);
        foreach (var row in await span.Stays(db).Where(s => s.CompleteDay >= span.First && s.CompleteDay <= span.Last && s.CompletenessDays != null)
            .GroupBy(s => new { s.Procedure, s.CompletenessDays }).Select(g => new { g.Key.Procedure, Days = g.Key.CompletenessDays!.Value, Count = g.Count() }).ToListAsync(ct))
            Of(row.Procedure).Completeness.Add(row.Days, row.Count);
    }

    private async Task CountSilence()
    {
        foreach (var row in await span.Stays(db).Where(s => s.SilenceDay >= span.First && s.SilenceDay <= span.Last)
            .GroupBy(s => s.Procedure).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct))
            Of(row.Key).Silent = row.Count;
    }

    private async Task CountDocuments()
    {
        foreach (var row in await span.Attestations(db).GroupBy(a => a.Procedure)
            .Select(g => new { g.Key, Count = g.Count(), Renewals = g.Sum(a => a.Renewal ? 1 : 0), People = g.Select(a => a.PersonId).Distinct().Count() }).ToListAsync(ct))
            (Of(row.Key).Attestations, Of(row.Key).Renewals, Of(row.Key).People) = (row.Count, row.Renewals, row.People);
    }

    private async Task CountGaps()
    {
        foreach (var row in await span.Gaps(db).GroupBy(g => g.Procedure).Select(g => new
        {
            g.Key,
            Days = g.Sum(d => (d.ToDay < span.Last ? d.ToDay : span.Last) - (d.FromDay > span.First ? d.FromDay : span.First) + 1),
            People = g.Select(d => d.PersonId).Distinct().Count(),
        }).ToListAsync(ct))
            (Of(row.Key).GapDays, Of(row.Key).PeopleInGap) = (row.Days, row.People);
    }

    private Tally Of(string procedure) => _tallies.TryGetValue(procedure, out var tally) ? tally : _tallies[procedure] = new();

    private static string KeyOf(Exit? by) => by switch
    {
        Exit.Granted => "granted",
        Exit.Refused => "refused",
        Exit.Withdrawn => "withdrawn",
        Exit.TransferredOut => "transferredOut",
        Exit.RequalifiedOut => "requalifiedOut",
        _ => "closed",
    };
}
