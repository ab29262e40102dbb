using System.Diagnostics;
using Anef.Attestations.Contracts;
using Anef.Attestations.RenewDue;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Benchmarks;

/// <summary>One sweep, by the program or by the floor, over a population of its own.</summary>
internal static class Night
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    public static async Task<double> OfTheProgram(DatabaseProvider provider, int people, int due, Action<long>? grown = null)
    {
        await using var house = await AnefHouse.Build(provider);
        await Population.Settle(house, Today, people, due);
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        var before = process.WorkingSet64;
        var started = Stopwatch.GetTimestamp();
        var renewed = await house.Services.GetRequiredService<BulkRenewal>().Run(new CivilDay(Population.Zone, Today), default);
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (renewed != due) throw new InvalidOperationException($"{renewed} renewed, {due} were due");
        process.Refresh();
        grown?.Invoke(process.WorkingSet64 - before);
        return took;
    }

    public static async Task<double> OfTheFloor(DatabaseProvider provider, int people, int due)
    {
        await using var house = await AnefHouse.Build(provider);
        await Population.Settle(house, Today, people, due);
        var handlers = house.Services.GetRequiredService<EventCatalog>().ListenersOf(typeof(AttestationIssued)).Select(l => l.Handler.FullName!).Distinct().ToList();
        await using var connection = await house.Database.Connect();
        var started = Stopwatch.GetTimestamp();
        await SweepFloor.Run(connection, provider, Today, handlers);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
