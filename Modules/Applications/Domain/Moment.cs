using Anef.SharedKernel.Calendar;

namespace Anef.Applications.Domain;

/// <summary>An instant, and the civil day that it falls on where the file is.</summary>
internal readonly record struct Moment(DateTimeOffset At, DateOnly Day)
{
    public static Moment In(string zone, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new(now, now.DayIn(zone));
    }
}
