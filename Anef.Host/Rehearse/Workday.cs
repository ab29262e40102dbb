using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Outbox;

namespace Anef.Host.Rehearse;

/// <summary>The jobs and the pumps of a stage. What fails is kept: in a rehearsal nobody reads a log.</summary>
internal sealed class Workday(IServiceProvider services, VirtualClock clock, Watch watch)
{
    private const int Endless = 10_000;
    private readonly JobCatalog _jobs = services.GetRequiredService<JobCatalog>();
    private readonly IServiceScopeFactory _scopes = services.GetRequiredService<IServiceScopeFactory>();
    private readonly HashSet<string> _faults = [];

    /// <summary>Why something that ought to run by itself did not, in the order of happening.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Every daily job in the order of a day, and the pumps after each that left something.</summary>
    public async Task Begin(IReadOnlyCollection<string> zones, CancellationToken ct)
    {
        foreach (var job in _jobs.Daily)
        {
            foreach (var zone in zones) await Run(job.Name, clock.CivilDay(zone), ct);
            if (watch.Changed()) await Drain(ct);
        }
        if (watch.Owing()) await Drain(ct);
    }

    /// <summary>Empties the pumps.</summary>
    public async Task Drain(CancellationToken ct)
    {
        for (var round = 0; round < Endless; round++)
        {
            await using var scope = _scopes.CreateAsyncScope();
            var more = false;
            foreach (var pump in scope.ServiceProvider.GetServices<IPump>()) more |= await pump.Pump(ct);
            if (more) continue;
            watch.Changed();
            return;
        }
        _faults.Add("les envois ne s'arrêtent pas : une tâche dit toujours qu'il en reste");
    }

    private async Task Run(string name, CivilDay day, CancellationToken ct)
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            await ((IDailyJob)scope.ServiceProvider.GetRequiredService(_jobs.TypeOf(name)!)).Run(day, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _faults.Add($"la tâche {name} a échoué le {day.Date:yyyy-MM-dd} ({day.Zone}) : {fault.GetType().Name}, {fault.Message.ReplaceLineEndings(" ")}");
        }
    }
}
