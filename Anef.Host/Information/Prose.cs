using System.Text.RegularExpressions;

namespace Anef.Host.Information;

/// <summary>A long text from a language file: headings (<c>## </c>), lists (<c>- </c>), paragraphs, <c>[links](/there)</c> and <c>**weight**</c>.</summary>
internal static partial class Prose
{
    public static IEnumerable<Block> Of(string text)
    {
        List<string> lines = [];
        Kind? kind = null;
        foreach (var line in text.Split('\n').Append(""))
        {
            var next = KindOf(line);
            if (lines.Count > 0 && next != kind)
            {
                yield return new(kind!.Value, [.. lines.Select(l => Pieces(l[Mark(kind.Value)..]).ToList())]);
                lines = [];
            }
            kind = next;
            if (next is not null) lines.Add(line);
        }
    }

    private static Kind? KindOf(string line) => line switch
    {
        "" => null,
        _ when line.StartsWith("## ", StringComparison.Ordinal) => Kind.Heading,
        _ when line.StartsWith("- ", StringComparison.Ordinal) => Kind.List,
        _ => Kind.Paragraph,
    };

    private static int Mark(Kind kind) => kind switch
    {
        Kind.Heading => 3,
        Kind.List => 2,
        _ => 0,
    };

    private static IEnumerable<Piece> Pieces(string line)
    {
        var from = 0;
        foreach (Match mark in Marked().Matches(line))
        {
            if (mark.Index > from) yield return new(line[from..mark.Index], null, false);
            yield return mark.Groups["address"].Success ? new(mark.Groups["words"].Value, mark.Groups["address"].Value, false) : new(mark.Groups["strong"].Value, null, true);
            from = mark.Index + mark.Length;
        }
        if (from < line.Length) yield return new(line[from..], null, false);
    }

    [GeneratedRegex(@"\[(?<words>[^\]]+)\]\((?<address>(?:/|https://)[^)\s]*)\)|\*\*(?<strong>[^*]+)\*\*")]
    private static partial Regex Marked();

    internal enum Kind
    {
        Heading,
        List,
        Paragraph,
    }

    internal sealed record Block(Kind Kind, IReadOnlyList<IReadOnlyList<Piece>> Lines);

    /// <param name="Address">Null for plain words.</param>
    internal sealed record Piece(string Words, string? Address, bool Strong);
}
