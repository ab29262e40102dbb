using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Anef.Notifications.Letters;

/// <summary>What Liberation Sans has a shape for. The rest would stop the letter: better a sign in its place.</summary>
internal static partial class Printable
{
    /// <summary>The same, with what a French line may not part held together: « : », a day and its month, « L. 436-5 ».</summary>
    public static string Glued(string text) => Inseparable().Replace(In(text), "\u00A0");

    public static string In(string text)
    {
        var composed = text.Normalize(NormalizationForm.FormC);
        var kept = new StringBuilder(composed.Length);
        foreach (var c in composed) kept.Append(Has(c) ? c : Instead(c));
        return kept.ToString();
    }

    private static bool Has(char c) => c is >= ' ' and <= '~' or >= '\u00A0' and <= '\u036F' or >= '\u0400' and <= '\u0513' or >= '\u1EA0' and <= '\u1EF9'
        or >= '\u2012' and <= '\u2022' or '\u2026' or '\u20AC' or '\u2010' or >= 'Α' and <= 'Ρ' or >= 'Σ' and <= 'ώ';

    private static string Instead(char c) => c switch
    {
        '\u2009' or '\u202F' or '\t' => "\u00A0",
        _ when char.IsLowSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control => "",
        _ => "?",
    };

    [GeneratedRegex(@" (?=[:;?!»€%])|(?<=«) |(?<=\b\d{1,2}(er)?) (?=\p{Ll})|(?<=\p{Ll}) (?=\d{4}\b)|(?<=\b[LR]\.) (?=\d)")]
    private static partial Regex Inseparable();
}
