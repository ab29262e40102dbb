namespace Anef.SharedKernel.Jobs;

/// <summary>Work that the clock starts. It finds what is due in the database, so that a missed tick loses nothing.</summary>
public interface IJob
{
    /// <summary>Does what is due.</summary>
    Task Run(CancellationToken ct);
}

/// <summary>Work of every civil day, in each time zone: at its start, at the program's start, and once after an outage.</summary>
public interface IDailyJob
{
    /// <summary>Does what is due in that zone up to that day.</summary>
    Task Run(CivilDay today, CancellationToken ct);
}

/// <summary>A civil day somewhere.</summary>
/// <param name="Zone">IANA name.</param>
/// <param name="Date">The day that it is there.</param>
public readonly record struct CivilDay(string Zone, DateOnly Date);

/// <summary>When an <see cref="IJob"/> runs.</summary>
/// <param name="name">Stable, dotted.</param>
/// <param name="cron">Five fields, Europe/Paris.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ScheduleAttribute(string name, string cron) : Attribute
{
    /// <summary>Stable name.</summary>
    public string Name { get; } = name;

    /// <summary>Five fields, Europe/Paris.</summary>
    public string Cron { get; } = cron;
}

/// <summary>When in the day an <see cref="IDailyJob"/> runs.</summary>
/// <param name="name">Stable, dotted.</param>
/// <param name="minute">Minutes after midnight; it also orders the jobs of one day.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DailyAttribute(string name, int minute) : Attribute
{
    /// <summary>Stable name.</summary>
    public string Name { get; } = name;

    /// <summary>Minutes after midnight, 0 to 59.</summary>
    public int Minute { get; } = minute;
}
