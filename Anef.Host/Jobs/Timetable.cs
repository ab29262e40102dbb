using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Prefectures;
using Hangfire;

namespace Anef.Host.Jobs;

/// <summary>Tells Hangfire what the classes say of themselves.</summary>
internal static class Timetable
{
    public static void Write(IRecurringJobManager recurring, JobCatalog jobs, PrefectureCatalog prefectures)
    {
        foreach (var job in jobs.Scheduled)
            recurring.AddOrUpdate<JobRunner>(job.Name, runner => runner.Run(job.Name, CancellationToken.None), job.Cron, In(CivilTime.Paris));
        foreach (var zone in prefectures.Zones)
            foreach (var job in jobs.Daily)
                recurring.AddOrUpdate<JobRunner>($"{job.Name}@{zone}", runner => runner.RunDaily(job.Name, zone, CancellationToken.None), $"{job.Minute} 0 * * *", In(zone));
    }

    private static RecurringJobOptions In(string zone) => new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) };
}
