namespace Anef.SharedKernel.Calendar;

/// <summary>Days on which an administration works: neither Saturdays, Sundays nor legal holidays (art. L.3133-1 of the labour code), with those of some departments.</summary>
public static class WorkingDays
{
    /// <summary>Good Friday and Saint Stephen's day: ordinance of 16 August 1892, art. L.3134-13.</summary>
    private static readonly string[] AlsaceMoselle = ["57", "67", "68"];

    /// <summary>Remembrance of the abolition of slavery: art. L.3422-2.</summary>
    private static readonly Dictionary<string, (int Month, int Day)> Abolition = new()
    {
        ["971"] = (5, 27), ["972"] = (5, 22), ["973"] = (6, 10), ["974"] = (12, 20), ["976"] = (4, 27), ["977"] = (10, 9), ["978"] = (5, 28),
    };

    private static readonly (int Month, int Day)[] Fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];

    /// <summary>Whether the prefecture of a department works that day.</summary>
    /// <param name="day">The civil day there.</param>
    /// <param name="department">Its code; null for the days that are the same everywhere.</param>
    public static bool IsWorkingDay(this DateOnly day, string? department) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day, department);

    /// <summary>The last of so many working days that follow a day; the day itself does not count.</summary>
    /// <param name="day">The day from which it is counted.</param>
    /// <param name="count">How many, one or more.</param>
    /// <param name="department">Its code; null for the days that are the same everywhere.</param>
    public static DateOnly AddWorkingDays(this DateOnly day, int count, string? department)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (day.IsWorkingDay(department)) count--;
        }
        return day;
    }

    /// <summary>Whether it is a legal holiday in a department.</summary>
    public static bool IsHoliday(DateOnly day, string? department)
    {
        var date = (day.Month, day.Day);
        if (Fixed.Contains(date) || (day.DayNumber - Easter(day.Year).DayNumber) is 1 or 39 or 50) return true;
        if (department is null) return false;
        if (Abolition.TryGetValue(department, out var abolition)) return date == abolition;
        return AlsaceMoselle.Contains(department) && (date == (12, 26) || day == Easter(day.Year).AddDays(-2));
    }

    /// <summary>Easter Sunday of the Gregorian calendar: Gauss' way, with its two exceptions.</summary>
    private static DateOnly Easter(int year)
    {
        var (century, golden) = (year / 100, year % 19);
        var moon = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        moon -= moon / 28 * (1 - (moon / 28 * (29 / (moon + 1)) * ((21 - golden) / 11)));
        var weekday = (year + (year / 4) + moon + 2 - century + (century / 4)) % 7;
        return new DateOnly(year, 3, 28).AddDays(moon - weekday);
    }
}
