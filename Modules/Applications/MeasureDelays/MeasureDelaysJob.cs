using Anef.Applications.Persistence;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Prefectures;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.MeasureDelays;

/// <summary>Every civil day: measures how long the requests decided lately took, so that what is promised is what happens.</summary>
[Daily("applications.measure-delays", 40)]
internal sealed class MeasureDelaysJob(ApplicationsDb db, PrefectureCatalog catalog) : IDailyJob
{
    private const int Days = 180;

    /// <summary>Fewer say nothing, and would tell of single people.</summary>
    private const int Fewest = 10;

    public async Task Run(CivilDay today, CancellationToken ct)
    {
        var (from, to) = (today.Date.AddDays(-Days), today.Date);
        var taken = new Dictionary<(string Procedure, string Prefecture), List<int>>();
        var decided = db.Applications.AsNoTracking().Where(a => a.Zone == today.Zone && a.NotifiedOn >= from && a.NotifiedOn <= to && a.InstructionDays != null)
            .Select(a => new { a.Procedure, a.Prefecture, Days = a.InstructionDays!.Value });
        await foreach (var request in decided.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!taken.TryGetValue((request.Procedure, request.Prefecture), out var days)) taken[(request.Procedure, request.Prefecture)] = days = [];
            days.Add(request.Days);
        }
        var prefectures = catalog.All.Where(p => p.TimeZone == today.Zone).Select(p => p.Code).ToList();
        var known = await db.Set<DelayRow>().Where(d => prefectures.Contains(d.Prefecture)).ToDictionaryAsync(d => (d.Procedure, d.Prefecture), ct);
        foreach (var (key, days) in taken.Where(t => t.Value.Count >= Fewest))
        {
            days.Sort();
            if (!known.Remove(key, out var row)) db.Add(row = new DelayRow { Procedure = key.Procedure, Prefecture = key.Prefecture });
            (row.P50, row.P80, row.Sample, row.From, row.To) = (Percentile(days, 50), Percentile(days, 80), days.Count, from, to);
        }
        db.RemoveRange(known.Values);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The delay within which so many in a hundred were decided.</summary>
    private static int Percentile(List<int> sorted, int percent) => sorted[((sorted.Count * percent) + 99) / 100 - 1];
}
