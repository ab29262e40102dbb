using System.Reflection;
using Anef.SharedKernel.Jobs;

namespace Anef.Tests.Architecture.Rules;

/// <summary>A job carries when it runs, under a name that no other has.</summary>
internal static class JobNames
{
    public static IEnumerable<string> Faults(IEnumerable<Type> types)
    {
        var jobs = types.Where(t => t is { IsClass: true, IsAbstract: false } && (t.IsAssignableTo(typeof(IJob)) || t.IsAssignableTo(typeof(IDailyJob)))).ToList();
        foreach (var job in jobs)
        {
            if (job.IsAssignableTo(typeof(IJob)) && job.GetCustomAttribute<ScheduleAttribute>() is null) yield return $"{job.FullName} has no [Schedule]";
            if (job.IsAssignableTo(typeof(IDailyJob)) && job.GetCustomAttribute<DailyAttribute>() is null) yield return $"{job.FullName} has no [Daily]";
            if (job.GetCustomAttribute<ScheduleAttribute>() is { } schedule && schedule.Cron.Split(' ').Length != 5) yield return $"{job.FullName}: « {schedule.Cron} » has not five fields";
            if (job.GetCustomAttribute<DailyAttribute>() is { Minute: < 0 or > 59 } daily) yield return $"{job.FullName}: {daily.Minute} is no minute of the first hour";
        }

        foreach (var shared in jobs.Where(j => Name(j) is not null).GroupBy(Name).Where(g => g.Count() > 1))
            yield return $"« {shared.Key} » is the name of {string.Join(" and ", shared.Select(j => j.FullName))}";
    }

    private static string? Name(Type job) => job.GetCustomAttribute<ScheduleAttribute>()?.Name ?? job.GetCustomAttribute<DailyAttribute>()?.Name;
}
