using Anef.Attestations.KeepCoverage;
using Anef.Attestations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Prefectures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Anef.Attestations.WatchCoverage;

/// <summary>Every quarter of an hour, counts those who are owed a document and hold nothing valid. The target is zero; else it mends what it can and sounds the alarm.</summary>
[Schedule("attestations.watch-coverage", "*/15 * * * *")]
internal sealed class WatchCoverageJob(AttestationsDb db, CoverageBook book, CoverageMetrics metrics, PrefectureCatalog prefectures, TimeProvider clock, ILogger<WatchCoverageJob> log) : IJob
{
    private const int MendAtOnce = 500;

    public async Task Run(CancellationToken ct)
    {
        foreach (var zone in prefectures.Zones)
            metrics.Uncovered(zone, await Watch(clock.CivilDay(zone), ct));
    }

    private async Task<int> Watch(CivilDay today, CancellationToken ct)
    {
        foreach (var coverage in await AttestationsQueries.Uncovered(db, today).OrderBy(c => c.DueOn).ThenBy(c => c.PersonId).Take(MendAtOnce).ToListAsync(ct))
            await Mend(coverage.PersonId, ct);
        var still = await AttestationsQueries.Uncovered(db, today).ToListAsync(ct);
        if (still.Count == 0) return 0;
        log.LogCritical("{Count} people in {Zone} are owed a document and hold nothing valid", still.Count, today.Zone);
        await RaiseTasks(today, [.. still.Where(c => c.ApplicationId is not null && c.AlarmedOn != today.Date).Take(MendAtOnce).Select(c => c.PersonId)], ct);
        return still.Count;
    }

    /// <summary>Once a person and day.</summary>
    private async Task RaiseTasks(CivilDay today, List<Guid> people, CancellationToken ct)
    {
        foreach (var coverage in await db.Coverages.Where(c => people.Contains(c.PersonId)).ToListAsync(ct))
        {
            coverage.AlarmedOn = today.Date;
            db.Publish(new TaskRaised(coverage.PersonId, coverage.ApplicationId, "coverageRisk", coverage.IssuedBy, "Aucun document valide alors qu'il en est dû un : délivrez-le à la main et signalez l'incident."));
        }
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task Mend(Guid personId, CancellationToken ct)
    {
        try { await book.Keep(personId, ct); }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            db.ChangeTracker.Clear();
            log.LogError(fault, "The coverage of {Person} could not be mended", personId);
        }
    }
}
