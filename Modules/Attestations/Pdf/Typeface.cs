using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace Anef.Attestations.Pdf;

/// <summary>A font that documents embed: read once, measured without drawing.</summary>
internal sealed class Typeface
{
    private const float Missing = -1;
    private readonly float[] _widths = new float[char.MaxValue + 1];

    private Typeface(string file)
    {
        using var stream = typeof(Typeface).Assembly.GetManifestResourceStream(file)!;
        Bytes = new byte[stream.Length];
        stream.ReadExactly(Bytes);
        var font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(Bytes));
        var em = (float)font.GetUnitsPerEm();
        for (var c = 0; c <= char.MaxValue; c++)
            _widths[c] = !Unseen((char)c) && font.WindowsUnicodeCMap.CharacterCodeToGlyphIndex(c) is not 0 and var glyph
                ? font.TableRegister.HorizontalMetricsTable.GetAdvanceWidth(glyph) / em
                : Missing;
    }

    public static Typeface Regular { get; } = new("LiberationSans-Regular.ttf");

    public static Typeface Bold { get; } = new("LiberationSans-Bold.ttf");

    public byte[] Bytes { get; }

    public bool Has(char letter) => _widths[letter] >= 0;

    /// <param name="size">In points, as the answer.</param>
    public double Width(ReadOnlySpan<char> text, double size)
    {
        var width = 0.0;
        foreach (var letter in text) width += Math.Max(_widths[letter], 0);
        return width * size;
    }

    /// <summary>The text with a sign in place of what the font lacks: no Latin letter of a living language is among it.</summary>
    public string Printable(string text)
    {
        var composed = text.Normalize(NormalizationForm.FormC);
        if (composed.All(Has)) return composed;
        var kept = new StringBuilder(composed.Length);
        foreach (var rune in composed.EnumerateRunes())
        {
            if (rune.IsBmp && Has((char)rune.Value)) kept.Append((char)rune.Value);
            else if (Rune.IsWhiteSpace(rune)) kept.Append(rune.Value == '\n' ? ' ' : '\u00A0');
            else if (!rune.IsBmp || !Unseen((char)rune.Value)) kept.Append('?');
        }
        return kept.ToString();
    }

    private static bool Unseen(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control;
}
