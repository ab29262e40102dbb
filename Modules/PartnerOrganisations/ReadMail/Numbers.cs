using System.Globalization;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Numbers as people write them: with spaces, points, a name before them.</summary>
internal static class Numbers
{
    /// <summary>Ten digits; null for anything else.</summary>
    public static string? Foreigner(string written)
    {
        var digits = Bare(Whole(Fold.Text(written).TrimStart('n', 'u', 'm', 'e', 'r', 'o', '°', 'a', 'g', 'd', 'f', ':', ' ')));
        return digits.Length == 10 && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>Six to forty letters, digits and dashes, most of them digits or dashes as numbers are; a rounded figure of a spreadsheet is none.</summary>
    public static string? Application(string written)
    {
        var number = Bare(written).ToUpperInvariant();
        var rounded = number.Contains('+', StringComparison.Ordinal) || number.Contains(',', StringComparison.Ordinal);
        return !rounded && number.Length is >= 6 and <= 40 && number.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/') && number.Any(char.IsAsciiDigit) ? number : null;
    }

    /// <summary>The code that stands in it: <c>93</c>, <c>2A</c>, <c>971</c>, also in <c>Seine-Saint-Denis (93)</c>.</summary>
    public static string? Department(string written)
    {
        foreach (var word in Fold.Words(written))
        {
            if (word is "2a" or "2b") return word.ToUpperInvariant();
            if (!word.All(char.IsAsciiDigit) || word.Length > 5) continue;
            var code = word.Length switch { 1 => $"0{word}", 3 when word[0] == '0' => word[1..], 5 => word.StartsWith("97", StringComparison.Ordinal) ? word[..3] : word[..2], _ => word };
            if (code.Length == 2 || code.StartsWith("97", StringComparison.Ordinal)) return code;
        }
        return null;
    }

    /// <summary>The number of a line; null for what is none.</summary>
    public static int? Line(string written) =>
        int.TryParse(Fold.Text(written).Trim().TrimStart('l', 'i', 'g', 'n', 'e', 'o', '°', '#', '(', ' ').TrimEnd(')', '.', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1_000_000 ? number : null;

    /// <summary>Spreadsheets write a number as an amount: <c>9912345678,00</c>.</summary>
    private static string Whole(string written)
    {
        var bare = written.TrimEnd(' ').TrimEnd('0');
        return bare.Length > 0 && bare.Length < written.TrimEnd(' ').Length && (bare[^1] is ',' or '.') ? bare[..^1] : written;
    }

    private static string Bare(string written) => string.Concat(Fold.Text(written).Where(c => c is not (' ' or '.' or '\'' or '_' or '\n' or '\t' or '"' or '\u200B')));
}
