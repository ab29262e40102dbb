using System.Globalization;

namespace Anef.Procedures.Domain;

/// <summary>Whether the holidays are days.</summary>
internal static class HolidayFaults
{
    /// <summary>A leap year: each day that there can be.</summary>
    private const string LeapYear = "2028-";

    public static IEnumerable<string> On(RuleBook book, DateOnly day)
    {
        var holidays = book.Holidays.On(day);
        foreach (var written in holidays.Local.SelectMany(l => l.Fixed).Concat(holidays.Fixed))
            if (!DateOnly.TryParseExact(LeapYear + written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) yield return $"« {written} » n'est pas un jour : un mois et un jour sont attendus, comme 07-14";
        foreach (var distance in holidays.Local.SelectMany(l => l.DaysAfterEaster).Concat(holidays.DaysAfterEaster).Where(d => Math.Abs(d) > 90)) yield return $"{distance} jours après Pâques, c'est trop loin";
    }
}
