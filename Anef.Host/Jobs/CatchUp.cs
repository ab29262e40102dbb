using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Prefectures;

namespace Anef.Host.Jobs;

/// <summary>Does what a day asks for in some zones: at start-up for what was missed, and in rehearsals for each day.</summary>
internal sealed class CatchUp(IServiceScopeFactory scopes, JobCatalog jobs, PrefectureCatalog prefectures, TimeProvider clock, ILogger<CatchUp> log)
{
    /// <summary>Every daily job, in the order of a day; one that fails holds back no other.</summary>
    public async Task RunDay(IReadOnlyCollection<string>? zones, CancellationToken ct)
    {
        foreach (var job in jobs.Daily)
        {
            foreach (var zone in zones ?? prefectures.Zones)
                await RunOne(job.Name, clock.CivilDay(zone), ct);
            await Drain(ct);
        }
    }

    /// <summary>Empties the pumps.</summary>
    public async Task Drain(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var pumps = scope.ServiceProvider.GetServices<IPump>().ToList();
        bool more;
        do
        {
            more = false;
            foreach (var pump in pumps) more |= await pump.Pump(ct);
        }
        while (more);
    }

    private async Task RunOne(string name, CivilDay day, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ((IDailyJob)scope.ServiceProvider.GetRequiredService(jobs.TypeOf(name)!)).Run(day, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "{Job} failed for {Zone}", name, day.Zone);
        }
    }
}
