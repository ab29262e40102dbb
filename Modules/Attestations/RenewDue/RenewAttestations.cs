using System.Diagnostics;
using Anef.Attestations.KeepCoverage;
using Anef.Attestations.Persistence;
using Anef.Attestations.WatchCoverage;
using Anef.SharedKernel.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Anef.Attestations.RenewDue;

/// <summary>The renewal sweep of a civil day: first the many whose next document simply follows, set by set; then, one by one, those who need a look.</summary>
/// <remarks>Stopped anywhere it leaves whole chunks; run again, or by two hosts at once, it issues nothing twice.</remarks>
[Daily("attestations.renew", 5)]
internal sealed class RenewAttestations(IServiceScopeFactory scopes, BulkRenewal bulk, CoverageMetrics metrics, ILogger<RenewAttestations> log) : IDailyJob
{
    private const int Page = 500;

    public async Task Run(CivilDay today, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var renewed = await bulk.Run(today, ct);
        var looked = await LookAtTheRest(today, ct);
        var took = Stopwatch.GetElapsedTime(started);
        metrics.Swept(today.Zone, renewed, took);
        if (renewed + looked > 0)
            log.LogInformation("{Zone} {Day}: {Renewed} renewed, {Looked} looked at, {Milliseconds} ms", today.Zone, today.Date, renewed, looked, (long)took.TotalMilliseconds);
    }

    private async Task<int> LookAtTheRest(CivilDay today, CancellationToken ct)
    {
        var looked = 0;
        var after = Guid.Empty;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AttestationsDb>();
            var page = await AttestationsQueries.DueAfter(db, today, after, Page).ToListAsync(ct);
            foreach (var personId in page)
                await LookAt(personId, ct);
            looked += page.Count;
            if (page.Count < Page) return looked;
            after = page[^1];
        }
    }

    private async Task LookAt(Guid personId, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CoverageBook>().Keep(personId, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The coverage of {Person} could not be kept; the monitor counts it and the next run tries again", personId);
        }
    }
}
