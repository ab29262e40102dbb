using Anef.SharedKernel.Jobs;

namespace Anef.Tests.Architecture.Specimens;

internal sealed class JobWithoutSchedule : IJob
{
    public Task Run(CancellationToken ct) => Task.CompletedTask;
}

internal sealed class DailyJobWithoutMinute : IDailyJob
{
    public Task Run(CivilDay today, CancellationToken ct) => Task.CompletedTask;
}

[Schedule("specimens.same", "0 7 * *")]
internal sealed class JobOfASharedName : IJob
{
    public Task Run(CancellationToken ct) => Task.CompletedTask;
}

[Daily("specimens.same", 60)]
internal sealed class DailyJobOfASharedName : IDailyJob
{
    public Task Run(CivilDay today, CancellationToken ct) => Task.CompletedTask;
}
