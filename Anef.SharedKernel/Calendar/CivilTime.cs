using Anef.SharedKernel.Jobs;

namespace Anef.SharedKernel.Calendar;

/// <summary>Instants and civil days. The one place that knows of Europe/Paris.</summary>
public static class CivilTime
{
    /// <summary>The zone of the ministry, and of everything that is not local.</summary>
    public const string Paris = "Europe/Paris";

    /// <summary>The civil day that an instant falls on in a zone.</summary>
    public static DateOnly DayIn(this DateTimeOffset instant, string zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);

    /// <summary>The day that it is now in a zone.</summary>
    public static DateOnly Today(this TimeProvider clock, string zone) => clock.GetUtcNow().DayIn(zone);

    /// <summary>Now, in a zone.</summary>
    public static CivilDay CivilDay(this TimeProvider clock, string zone) => new(zone, clock.Today(zone));

    /// <summary>The same instant, written with the zone's offset.</summary>
    public static DateTimeOffset In(this DateTimeOffset instant, string zone) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone));

    /// <summary>The first instant of a civil day in a zone.</summary>
    public static DateTimeOffset StartOf(DateOnly day, string zone)
    {
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (info.IsInvalidTime(local)) local = local.AddMinutes(30);
        return new DateTimeOffset(local, info.GetUtcOffset(local));
    }
}
