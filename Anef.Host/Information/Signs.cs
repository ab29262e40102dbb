using Anef.Host.Health;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Status;
using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;

namespace Anef.Host.Information;

/// <summary>Whether files can be read.</summary>
internal sealed class DatabaseSign(IServiceProvider services, ModuleDbCatalog modules) : ISign
{
    public string Key => "database";

    public async Task<SignState> Look(CancellationToken ct) =>
        new(await ((ModuleDb)services.GetRequiredService(modules.All[0])).Database.CanConnectAsync(ct) ? SignLevel.Good : SignLevel.Down);
}

/// <summary>Whether what happens in one module is heard in the others.</summary>
internal sealed class FactsSign(IServiceProvider services, ModuleDbCatalog modules, TimeProvider clock) : ISign
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Stopped = TimeSpan.FromHours(2);

    public string Key => "facts";

    public async Task<SignState> Look(CancellationToken ct)
    {
        DateTimeOffset? oldest = null;
        foreach (var module in modules.All)
        {
            var db = (ModuleDb)services.GetRequiredService(module);
            // A poisoned fact that somebody has to look at is no standstill.
            var first = await db.Deliveries.Where(d => d.Attempts < SharedKernel.Delivery.EventCourier.StuckAfter).OrderBy(d => d.Position).Select(d => (Guid?)d.MessageId).FirstOrDefaultAsync(ct);
            if (first is not { } id) continue;
            var at = await db.Outbox.Where(m => m.Id == id).Select(m => (DateTimeOffset?)m.OccurredAt).FirstOrDefaultAsync(ct);
            if (oldest is null || at < oldest) oldest = at;
        }
        var age = oldest is { } since ? clock.GetUtcNow() - since : TimeSpan.Zero;
        return age > Stopped ? new(SignLevel.Down, oldest) : age > Late ? new(SignLevel.Slow, oldest) : new(SignLevel.Good);
    }
}

/// <summary>Whether the work of each day is done.</summary>
internal sealed class JobsSign(Startup startup, JobStorage storage) : ISign
{
    public string Key => "jobs";

    public Task<SignState> Look(CancellationToken ct)
    {
        using var connection = storage.GetConnection();
        var jobs = connection.GetRecurringJobs();
        var last = jobs.Max(j => j.LastExecution) is { } at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : (DateTimeOffset?)null;
        if (jobs.Any(j => j.LastJobState == "Failed")) return Task.FromResult(new SignState(SignLevel.Down, last));
        return Task.FromResult(new SignState(startup.CaughtUp ? SignLevel.Good : SignLevel.Slow, last ?? startup.CaughtUpAt));
    }
}
