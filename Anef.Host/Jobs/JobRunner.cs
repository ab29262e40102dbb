using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Jobs;
using Hangfire;

namespace Anef.Host.Jobs;

/// <summary>The two methods that the job store knows: a class can be renamed, or its module taken away, and no stored job breaks.</summary>
public sealed class JobRunner(IServiceProvider services, JobCatalog jobs, TimeProvider clock)
{
    /// <summary>Runs a job once.</summary>
    [DisableConcurrentExecution("job:{0}", 60)]
    [AutomaticRetry(Attempts = 0)] // the next tick is the retry
    public Task Run(string name, CancellationToken ct) =>
        jobs.TypeOf(name) is { } type ? ((IJob)services.GetRequiredService(type)).Run(ct) : Task.CompletedTask;

    /// <summary>Runs a daily job for the day that it is in a zone.</summary>
    [DisableConcurrentExecution("job:{0}@{1}", 60)]
    [AutomaticRetry(Attempts = 5, DelaysInSeconds = [60, 300, 900, 1800, 3600])] // a day without its sweep is too long to wait
    public Task RunDaily(string name, string zone, CancellationToken ct) =>
        jobs.TypeOf(name) is { } type ? ((IDailyJob)services.GetRequiredService(type)).Run(clock.CivilDay(zone), ct) : Task.CompletedTask;
}
