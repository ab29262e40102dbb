using Anef.Host.Commands;
using Anef.Host.Jobs;
using Anef.Host.Rehearse;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rehearsals;
using Microsoft.EntityFrameworkCore;

namespace Anef.Host.Demo;

/// <summary><c>--demo</c>: plays months of a virtual past into an empty database, through the same use cases and jobs as everything else.</summary>
internal static class Demonstration
{
    /// <summary>Does nothing when somebody is already known: a demonstration never mixes with anything.</summary>
    /// <param name="configure">Settings in place of those that the program finds.</param>
    public static async Task Play(ModuleCatalog modules, CancellationToken ct, Action<HostApplicationBuilder>? configure = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var today = now.DayIn(CivilTime.Paris);
        var clock = new VirtualClock(CivilTime.StartOf(today.AddDays(-DemoScript.Past), CivilTime.Paris).AddHours(8));
        using var host = PlainHost.Build(modules, builder =>
        {
            configure?.Invoke(builder);
            builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<CatchUp>();
        });
        if (await IsInUse(host.Services, ct)) return;
        Console.Write("Jeu de démonstration : ");
        var world = new RehearsalWorld { Prefecture = "38" };
        foreach (var (name, fields) in DemoScript.People(today))
            await Act(host.Services, world, "people", name, fields, ct);
        var catchUp = host.Services.GetRequiredService<CatchUp>();
        var zones = DemoScript.Prefectures.Select(c => host.Services.GetRequiredService<PrefectureCatalog>().Of(c).TimeZone).Distinct().ToList();
        foreach (var day in DemoScript.Acts(today).Select(a => a.Day).Concat(Enumerable.Range(-DemoScript.Past, DemoScript.Past)).Distinct().Order())
        {
            clock.JumpTo(CivilTime.StartOf(today.AddDays(day), CivilTime.Paris).AddHours(9));
            await catchUp.RunDay(zones, ct);
            foreach (var act in DemoScript.Acts(today).Where(a => a.Day == day))
                await Act(host.Services, world, act.Verb, act.Verb, act.Fields, ct);
            await catchUp.Drain(ct);
            if (day % 20 == 0) Console.Write('.');
        }
        Console.WriteLine($" {world.People.Count} personnes, {world.Applications.Count} demandes.");
    }

    private static async Task<bool> IsInUse(IServiceProvider services, CancellationToken ct)
    {
        foreach (var module in services.GetRequiredService<ModuleDbCatalog>().All)
        {
            await using var scope = services.CreateAsyncScope();
            if (await ((ModuleDb)scope.ServiceProvider.GetRequiredService(module)).Outbox.AnyAsync(ct)) return true;
        }
        return false;
    }

    private static async Task Act(IServiceProvider services, RehearsalWorld world, string verb, string name, System.Text.Json.Nodes.JsonObject fields, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IRehearsalVerb>().Single(v => v.Name == verb).Play(new RehearsalStep(world, name, fields), ct);
    }
}
