namespace Anef.Attestations.Pdf;

/// <summary>Breaks a text into lines.</summary>
internal static class Lines
{
    public static List<string> Of(string text, double width, Typeface face, double size)
    {
        var printable = face.Printable(text);
        var lines = new List<string>();
        var start = 0;
        while (start < printable.Length)
        {
            var end = End(printable, start, width, face, size);
            lines.Add(printable[start..end].TrimEnd(' '));
            start = end;
            while (start < printable.Length && printable[start] == ' ') start++;
        }
        return lines;
    }

    /// <summary>Where the line ends: at the last space that fits, or inside a word longer than the line.</summary>
    private static int End(string text, int start, double width, Typeface face, double size)
    {
        var used = 0.0;
        var space = -1;
        for (var at = start; at < text.Length; at++)
        {
            used += face.Width(text.AsSpan(at, 1), size);
            if (text[at] == ' ') space = at;
            else if (used > width) return space > start ? space : Math.Max(at, start + 1);
        }
        return text.Length;
    }
}
