using System.Globalization;
using System.Text.RegularExpressions;
using Anef.SharedKernel.Calendar;

namespace Anef.Host.Rehearse;

/// <summary>Instants as people write them: without an offset they are Europe/Paris, without a time the start of the day there.</summary>
internal static partial class Instants
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById(CivilTime.Paris);

    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        if (!Shape().IsMatch(text)) return false;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            instant = CivilTime.StartOf(day, CivilTime.Paris);
            return true;
        }
        if (Offset().IsMatch(text))
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return false;
        instant = new DateTimeOffset(local, Paris.GetUtcOffset(local));
        return true;
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"(Z|[+-]\d{2}:?\d{2})$")]
    private static partial Regex Offset();
}
