using System.Globalization;
using System.Text.RegularExpressions;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Days as people write them.</summary>
internal static class Dates
{
    /// <summary>A day somewhere in a folded text.</summary>
    public const string Pattern = @"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2} ?[/.\-] ?\d{1,2}(?: ?[/.\-] ?(?:\d{4}|\d{2}))?|\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)(?: \d{4})?)";

    private static readonly string[] Months = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];
    private static readonly Regex Iso = New(@"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ][\d:.,z+\-]*)?$");
    private static readonly Regex Compact = New(@"^((?:19|20)\d{2})(\d{2})(\d{2})$");
    private static readonly Regex French = New(@"^(\d{1,2}) ?[/.\-] ?(\d{1,2})(?: ?[/.\-] ?(\d{4}|\d{2}))?(?: 0?0:00(?::00)?)?$");
    private static readonly Regex Spaced = New(@"^(\d{1,2}) (\d{1,2}) (\d{4})$");

    /// <summary>A spreadsheet's day whose cell lost its format: days since 1899.</summary>
    private static readonly Regex Serial = New(@"^\d{5}$");
    private static readonly Regex Spelled = New($@"^(\d{{1,2}})(?:er)? ({string.Join('|', Months)})(?: (\d{{4}}))?$");

    /// <summary>Two digits from here on are of the last century where somebody is born.</summary>
    private const int LastCenturyFrom = 30;

    /// <param name="born">The day is one of birth: it lies behind.</param>
    /// <param name="written">When the mail was written: a day without a year is the nearest to it.</param>
    /// <returns>Null for what is no day, or a day without a year when nobody knows when it was written.</returns>
    public static DateOnly? Of(string text, bool born, DateOnly? written = null)
    {
        var day = Fold.Text(text).Trim();
        if (Iso.Match(day) is { Success: true } iso) return Day(Number(iso, 1), Number(iso, 2), Number(iso, 3));
        if (Compact.Match(day) is { Success: true } compact) return Day(Number(compact, 1), Number(compact, 2), Number(compact, 3));
        if (Spaced.Match(day) is { Success: true } spaced) return Day(Number(spaced, 3), Number(spaced, 2), Number(spaced, 1));
        if (Serial.IsMatch(day)) return Counted(int.Parse(day, CultureInfo.InvariantCulture));
        if (French.Match(day) is { Success: true } french) return Dated(Number(french, 3), french.Groups[3].Length, Number(french, 2), Number(french, 1), born, written);
        if (Spelled.Match(day) is { Success: true } spelled) return Dated(Number(spelled, 3), spelled.Groups[3].Length, Array.IndexOf(Months, spelled.Groups[2].Value) + 1, Number(spelled, 1), born, written);
        return null;
    }

    private static DateOnly? Counted(int days) => new DateOnly(1899, 12, 30).AddDays(days) is var day && day.Year >= 1900 ? Day(day.Year, day.Month, day.Day) : null;

    private static DateOnly? Dated(int year, int digits, int month, int day, bool born, DateOnly? written) => digits switch
    {
        4 => Day(year, month, day),
        2 => Day(year + (born && year >= LastCenturyFrom ? 1900 : 2000), month, day),
        _ when born || written is null => null,
        _ => Nearest(month, day, written.Value),
    };

    private static DateOnly? Nearest(int month, int day, DateOnly written) => new[] { -1, 0, 1 }
        .Select(years => Day(written.Year + years, month, day)).OfType<DateOnly>()
        .OrderBy(d => Math.Abs(d.DayNumber - written.DayNumber)).Select(d => (DateOnly?)d).FirstOrDefault();

    /// <summary>Nobody who asks for a permit is born before, and no permit ends after, what a register can hold.</summary>
    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    private static int Number(Match match, int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    private static Regex New(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
