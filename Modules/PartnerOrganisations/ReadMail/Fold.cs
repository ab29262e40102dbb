using System.Globalization;
using System.Text;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Writings that are forgiven: case, accents, kinds of dashes, quotes and spaces.</summary>
internal static class Fold
{
    private static readonly char[] Latin = [.. Enumerable.Range(0, 0x250).Select(c => Plain((char)c))];

    /// <summary>Sign for sign, so that a place in one is the same place in the other.</summary>
    public static string Text(string text) => string.Create(text.Length, text, (folded, written) =>
    {
        for (var i = 0; i < written.Length; i++) folded[i] = Sign(written[i]);
    });

    /// <summary>Only its letters and digits.</summary>
    public static string Key(string text) => string.Concat(Text(text).Where(c => char.IsAsciiLetterOrDigit(c) || (c > 0x24F && char.IsLetterOrDigit(c))));

    /// <summary>Its words, in order.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var sign in Text(text).Append(' '))
        {
            if (char.IsLetterOrDigit(sign)) word.Append(sign);
            else if (word.Length > 0 && char.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        return words;
    }

    /// <summary>Letters with their accents as one sign, plain spaces, no signs that steer a terminal, no halves of signs.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\u00A0' or '\u202F' or '\u2007') kept.Append(' ');
            else if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune)) kept.Append(rune);
        }
        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    private static char Sign(char written) => written < Latin.Length ? Latin[written] : written switch
    {
        '\u2018' or '\u2019' => '\'',
        '\u201C' or '\u201D' => '"',
        >= '\u2010' and <= '\u2015' => '-',
        '\u2000' or '\u2009' or '\u202F' or '\u3000' => ' ',
        // Arabic, Indian and wide digits are digits: what counts in them can be read.
        _ => CharUnicodeInfo.GetDecimalDigitValue(written) is var digit and >= 0 ? (char)('0' + digit) : char.ToLowerInvariant(written),
    };

    private static char Plain(char written) => written switch
    {
        '\u00A0' => ' ',
        '\u00BA' => '°',
        '\u00AB' or '\u00BB' => '"',
        _ => char.ToLowerInvariant(written.ToString().Normalize(NormalizationForm.FormD)[0]),
    };
}
