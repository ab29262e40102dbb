using System.Globalization;
using System.Text;

namespace Anef.Applications.Domain;

/// <summary>Names as they are searched: accents, case, hyphens and apostrophes do not matter.</summary>
/// <remarks>What is left is A to Z for every Latin name, so that all databases order it alike, whatever their collation.</remarks>
internal static class NameWords
{
    /// <summary>Longer words are cut: nobody types more.</summary>
    public const int Longest = 40;

    /// <summary>The words of a name, each once.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var sign in name.Normalize(NormalizationForm.FormD))
            if (char.IsLetter(sign)) plain.Append(Latin(char.ToUpperInvariant(sign)));
            else if (CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark) plain.Append(' ');
        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Length > Longest ? word[..Longest] : word).Distinct()];
    }

    /// <summary>The last word that begins so.</summary>
    public static string LastFrom(string prefix) => char.IsAsciiLetterUpper(prefix[^1]) ? prefix.PadRight(Longest, 'Z') : prefix;

    /// <summary>Letters that no mark makes of another.</summary>
    private static string Latin(char letter) => letter switch
    {
        'Æ' => "AE",
        'Œ' => "OE",
        'Ø' => "O",
        'Ł' => "L",
        'Đ' or 'Ð' => "D",
        'Þ' => "TH",
        'ß' or 'ẞ' => "SS",
        'ı' or 'İ' => "I",
        'Ħ' => "H",
        'Ŋ' => "N",
        'Ə' => "E",
        _ => letter.ToString(),
    };
}

/// <summary>One word of a person's names, in a prefecture that has had to do with them.</summary>
internal sealed record PersonWord(Guid PersonId, string Prefecture, string Word);
