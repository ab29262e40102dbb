using System.Text;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Rows of a table that is written as text, whichever sign separates its fields.</summary>
internal static class CsvTable
{
    private static readonly char[] Separators = [';', ',', '\t', '|'];

    /// <summary>Enough to see the headings by.</summary>
    private const int Looked = 20_000;

    public static IEnumerable<IReadOnlyList<string>> Rows(string text)
    {
        var start = Start(text, out var separator);
        return Rows(text, start, separator ?? Separator(text));
    }

    /// <summary>Whether it has headings that are known: else it may be any text.</summary>
    public static bool Has(string text) => Separators.Any(s => Headed(text, s) >= 2);

    /// <summary>Spreadsheets say their separator in a line of its own: <c>sep=;</c>.</summary>
    private static int Start(string text, out char? separator)
    {
        separator = text.Length > 4 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? text[4] : null;
        return separator is null ? 0 : text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end + 1 : text.Length;
    }

    /// <summary>The one by which most headings are known; without headings, the one that stands most often in the first line.</summary>
    private static char Separator(string text)
    {
        var best = Separators.MaxBy(s => Headed(text, s));
        if (Headed(text, best) > 0) return best;
        var first = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length).ToString();
        return Separators.MaxBy(s => first.Count(c => c == s));
    }

    private static int Headed(string text, char separator) =>
        Rows(text[..Math.Min(text.Length, Looked)], 0, separator).Take(MailLimits.RowsAboveHeadings).Select(Headings.Count).DefaultIfEmpty().Max();

    /// <summary>A quote that never ends would swallow all lines after it: from its row on, quotes are signs like others.</summary>
    private static IEnumerable<IReadOnlyList<string>> Rows(string text, int start, char separator)
    {
        var quoting = true;
        for (var at = start; at < text.Length;)
        {
            var row = Row(text, at, separator, quoting, out var next);
            if (next < 0)
            {
                quoting = false;
                row = Row(text, at, separator, quoting, out next);
            }
            at = next;
            yield return row;
        }
    }

    /// <param name="next">Where the next row starts; negative when a quote never ends.</param>
    private static List<string> Row(string text, int at, char separator, bool quoting, out int next)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        while (true)
        {
            if (quoting && at < text.Length && text[at] == '"') at = Quoted(text, at + 1, field);
            if (at < 0) break;
            var end = text.AsSpan(at).IndexOfAny(separator, '\n') is var found and >= 0 ? at + found : text.Length;
            Keep(field, text.AsSpan(at, end - at));
            if (row.Count < MailLimits.Columns) row.Add(field.ToString());
            field.Clear();
            at = end + 1;
            if (end >= text.Length || text[end] == '\n') break;
        }
        next = at;
        return row;
    }

    /// <returns>Where the text goes on after the closing quote; negative without one.</returns>
    private static int Quoted(string text, int at, StringBuilder field)
    {
        while (true)
        {
            var quote = text.IndexOf('"', at);
            if (quote < 0) return -1;
            Keep(field, text.AsSpan(at, quote - at));
            if (quote + 1 >= text.Length || text[quote + 1] != '"') return quote + 1;
            Keep(field, "\"");
            at = quote + 2;
        }
    }

    /// <summary>One sign more than is kept, so that it shows that something is cut.</summary>
    private static void Keep(StringBuilder field, ReadOnlySpan<char> text) => field.Append(text[..Math.Clamp(MailLimits.Field + 1 - field.Length, 0, text.Length)]);
}
