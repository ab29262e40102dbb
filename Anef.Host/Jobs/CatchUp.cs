using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Prefectures;

namespace Anef.Host.Jobs;

/// <summary>Does what a day asks for in some zones: at start-up for what was missed, and in rehearsals for each day.</summary>
internal sealed class CatchUp(IServiceScopeFactory scopes, JobCatalog jobs, PrefectureCatalog prefectures, TimeProvider clock, ILogger<CatchUp> log)
{
    /// <summary>Every daily job of every zone, in the order of a day; one that fails holds back no other. The post, which others deliver, does not either.</summary>
    public async Task RunMissed(CancellationToken ct)
    {
        foreach (var job in jobs.Daily)
            await RunIn(prefectures.Zones, job.Name, ct);
    }

    /// <summary>The same in some zones, each job followed by what it caused.</summary>
    public async Task RunDay(IReadOnlyCollection<string>? zones, CancellationToken ct)
    {
        foreach (var job in jobs.Daily)
        {
            await RunIn(zones ?? prefectures.Zones, job.Name, ct);
            await Try(() => Drain(ct), "delivery", job.Name);
        }
    }

    /// <summary>Every other job once: what it watches is known from the start on, and not only from its first tick.</summary>
    public async Task RunScheduled(CancellationToken ct)
    {
        foreach (var job in jobs.Scheduled)
            await Try(async () =>
            {
                await using var scope = scopes.CreateAsyncScope();
                await ((IJob)scope.ServiceProvider.GetRequiredService(jobs.TypeOf(job.Name)!)).Run(ct);
            }, job.Name, "start");
    }

    /// <summary>Empties the pumps.</summary>
    public async Task Drain(CancellationToken ct)
    {
        bool more;
        do
        {
            // A scope a round: what one has read is neither kept in memory nor believed in the next.
            await using var scope = scopes.CreateAsyncScope();
            more = false;
            foreach (var pump in scope.ServiceProvider.GetServices<IPump>()) more |= await pump.Pump(ct);
        }
        while (more);
    }

    private async Task RunIn(IReadOnlyCollection<string> zones, string name, CancellationToken ct)
    {
        foreach (var zone in zones) await RunOne(name, clock.CivilDay(zone), ct);
    }

    private Task RunOne(string name, CivilDay day, CancellationToken ct) => Try(async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        await ((IDailyJob)scope.ServiceProvider.GetRequiredService(jobs.TypeOf(name)!)).Run(day, ct);
    }, name, day.Zone);

    private async Task Try(Func<Task> work, string what, string occasion)
    {
        try { await work(); }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "{Work} failed for {Occasion}", what, occasion);
        }
    }
}
