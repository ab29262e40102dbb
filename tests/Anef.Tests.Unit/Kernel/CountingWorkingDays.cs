using Anef.SharedKernel.Calendar;

namespace Anef.Tests.Unit.Kernel;

internal sealed class CountingWorkingDays
{
    [TestCase("2026-11-26", 1, null, "2026-11-27")]
    [TestCase("2026-11-27", 1, null, "2026-11-30", Description = "over a week-end")]
    [TestCase("2026-11-10", 1, null, "2026-11-12", Description = "over the Armistice")]
    [TestCase("2026-12-24", 3, null, "2026-12-30", Description = "over Christmas")]
    [TestCase("2026-12-24", 3, "67", "2026-12-30", Description = "the 26th is a Saturday anyway")]
    [TestCase("2025-12-24", 1, null, "2025-12-26")]
    [TestCase("2025-12-24", 1, "67", "2025-12-29", Description = "Saint Stephen's day in Alsace")]
    [TestCase("2026-04-02", 1, null, "2026-04-03", Description = "Good Friday is worked elsewhere")]
    [TestCase("2026-04-02", 1, "57", "2026-04-07", Description = "and not in Moselle, before Easter Monday")]
    [TestCase("2026-05-13", 1, null, "2026-05-15", Description = "over the Ascension")]
    [TestCase("2026-05-22", 1, null, "2026-05-26", Description = "over Whit Monday")]
    [TestCase("2026-05-21", 1, "972", "2026-05-26", Description = "over the abolition in Martinique, and Whit Monday")]
    [TestCase("2026-06-09", 1, "973", "2026-06-11")]
    [TestCase("2026-04-24", 1, "976", "2026-04-28")]
    [TestCase("2026-10-08", 1, "977", "2026-10-12")]
    [TestCase("2024-12-19", 1, "974", "2024-12-23")]
    [TestCase("2026-02-27", 10, "93", "2026-03-13")]
    public void Neither_weekends_nor_holidays_count(string from, int days, string? department, string last) =>
        Assert.That(DateOnly.Parse(from, null).AddWorkingDays(days, department), Is.EqualTo(DateOnly.Parse(last, null)));

    /// <summary>Sundays that the Church gives; among them the two exceptions of Gauss' rule.</summary>
    [TestCase(1954, 4, 18)]
    [TestCase(1981, 4, 19)]
    [TestCase(2000, 4, 23)]
    [TestCase(2019, 4, 21)]
    [TestCase(2024, 3, 31)]
    [TestCase(2025, 4, 20)]
    [TestCase(2026, 4, 5)]
    [TestCase(2027, 3, 28)]
    [TestCase(2038, 4, 25)]
    [TestCase(2049, 4, 18)]
    [TestCase(2076, 4, 19)]
    public void Easter_Monday_follows_Easter(int year, int month, int day)
    {
        var monday = new DateOnly(year, month, day).AddDays(1);
        Assert.That(WorkingDays.IsHoliday(monday, null), Is.True);
        Assert.That(WorkingDays.IsHoliday(monday.AddDays(7), null) || WorkingDays.IsHoliday(monday.AddDays(-7), null), Is.EqualTo(monday.AddDays(7) is { Month: 5, Day: 1 or 8 } || monday.AddDays(-7) is { Month: 5, Day: 1 or 8 }));
    }
}
