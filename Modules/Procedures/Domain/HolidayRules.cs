using System.Globalization;

namespace Anef.Procedures.Domain;

/// <summary>Legal holidays, of the whole country and of the departments that have others.</summary>
internal sealed record HolidayRules : RuleVersion
{
    public required string Article { get; init; }

    /// <summary>Month and day: <c>07-14</c>.</summary>
    public required IReadOnlyList<string> Fixed { get; init; }

    public required IReadOnlyList<int> DaysAfterEaster { get; init; }

    public required IReadOnlyList<LocalHolidays> Local { get; init; }

    public bool Includes(DateOnly day, string? department) =>
        Stands(day, Fixed, DaysAfterEaster) || (department is not null && Local.Any(l => l.Departments.Contains(department) && Stands(day, l.Fixed, l.DaysAfterEaster)));

    private static bool Stands(DateOnly day, IReadOnlyList<string> days, IReadOnlyList<int> afterEaster) =>
        days.Contains(day.ToString("MM-dd", CultureInfo.InvariantCulture)) || afterEaster.Contains(day.DayNumber - Easter(day.Year).DayNumber);

    /// <summary>Easter Sunday of the Gregorian calendar (Oudin's rule).</summary>
    private static DateOnly Easter(int year)
    {
        var (century, golden) = (year / 100, year % 19);
        var moon = (century - (century / 4) - ((century - ((century - 17) / 25)) / 3) + (19 * golden) + 15) % 30;
        moon -= moon / 28 * (1 - (moon / 28 * (29 / (moon + 1)) * ((21 - golden) / 11)));
        var weekday = (year + (year / 4) + moon + 2 - century + (century / 4)) % 7;
        var sunday = moon - weekday;
        var month = 3 + ((sunday + 40) / 44);
        return new(year, month, sunday + 28 - (31 * (month / 4)));
    }
}

/// <summary>Days that only some departments keep.</summary>
internal sealed record LocalHolidays
{
    public required HashSet<string> Departments { get; init; }

    public required IReadOnlyList<string> Fixed { get; init; }

    public IReadOnlyList<int> DaysAfterEaster { get; init; } = [];

    public required string Article { get; init; }
}
