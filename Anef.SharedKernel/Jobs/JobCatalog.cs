using System.Reflection;

namespace Anef.SharedKernel.Jobs;

/// <summary>The jobs of the loaded modules, by name.</summary>
public sealed class JobCatalog
{
    private readonly Dictionary<string, Type> _jobs = [];

    /// <summary>Reads the schedule written on the classes.</summary>
    public JobCatalog(IEnumerable<Assembly> assemblies)
    {
        var types = assemblies.Distinct().SelectMany(a => a.GetTypes()).Where(t => t is { IsClass: true, IsAbstract: false }).ToList();
        Scheduled = [.. types.Where(t => t.IsAssignableTo(typeof(IJob))).Select(t => t.GetCustomAttribute<ScheduleAttribute>()
            ?? throw new InvalidOperationException($"{t} is a job without a schedule")).OrderBy(s => s.Name, StringComparer.Ordinal)];
        Daily = [.. types.Where(t => t.IsAssignableTo(typeof(IDailyJob))).Select(t => t.GetCustomAttribute<DailyAttribute>()
            ?? throw new InvalidOperationException($"{t} is a daily job without its minute")).OrderBy(d => d.Minute).ThenBy(d => d.Name, StringComparer.Ordinal)];
        foreach (var type in types)
            if ((type.GetCustomAttribute<ScheduleAttribute>()?.Name ?? type.GetCustomAttribute<DailyAttribute>()?.Name) is { } name)
                _jobs.Add(name, type);
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<ScheduleAttribute> Scheduled { get; }

    /// <summary>In the order of a day.</summary>
    public IReadOnlyList<DailyAttribute> Daily { get; }

    /// <summary>The class of that name; null when its module is gone.</summary>
    public Type? TypeOf(string name) => _jobs.GetValueOrDefault(name);
}
