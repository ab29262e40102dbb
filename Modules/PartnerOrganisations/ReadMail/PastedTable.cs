namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>A table that was pasted into the text of a mail.</summary>
internal static class PastedTable
{
    /// <summary>Three known headings in one line: a sentence has no three of them between separators.</summary>
    private const int Known = 3;

    private static readonly char[] Separators = [';', '\t', '|', ','];

    /// <returns>The table, and what stands around it; null without one.</returns>
    public static (string Table, string Around)? In(Letter letter) => In(OwnWords.Of(letter)) ?? (letter.Html is { } html ? In(OwnWords.Of(html, letter.Subject)) : null);

    private static (string Table, string Around)? In(string text)
    {
        var lines = text.Split('\n');
        var head = Array.FindIndex(lines, IsHead);
        if (head < 0) return null;
        var separator = Array.Find(Separators, s => Count(lines[head], s) >= Known);
        // In a text a table ends where its separator does, or with the paragraph; quoted fields may run over lines.
        var (end, open) = (head + 1, Odd(lines[head]));
        while (end < lines.Length && (open || lines[end].Contains(separator, StringComparison.Ordinal))) open ^= Odd(lines[end++]);
        return (string.Join('\n', lines[head..end]), string.Join('\n', lines[..head].Concat(lines[end..])).Trim());
    }

    private static bool IsHead(string line) => line.Length < 2_000 && Array.Exists(Separators, s => Count(line, s) >= Known);

    private static int Count(string line, char separator) => Headings.Count(line.Split(separator).Select(h => h.Trim().Trim('"')));

    private static bool Odd(string line) => line.Count(c => c == '"') % 2 == 1;
}
