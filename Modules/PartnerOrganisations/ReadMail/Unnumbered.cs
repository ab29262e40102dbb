using System.Text.RegularExpressions;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Several people in a text that numbers nobody: a list with dashes, a line or a paragraph each. Each is a situation, so that nobody is taken for another.</summary>
internal static class Unnumbered
{
    private static readonly Regex Bullet = new(@"^[ \t]*(?:[-–—*•·▪‣►→]|[A-Za-z]\))[ \t]*(?<body>\S.*)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Numbered by their place; none when it tells of one person at most.</summary>
    /// <param name="before">What stands above the first of them.</param>
    public static IReadOnlyList<Item> Items(string text, out string before)
    {
        var lines = text.Split('\n');
        var starts = Starts(lines);
        before = string.Join('\n', lines.Take(starts.FirstOrDefault()));
        if (starts.Count < 2) return [];
        if (starts.Count > MailLimits.Lines) throw new MailFault("tooManyLines");
        return [.. starts.Select((start, i) => Item(i + 1, lines[start..(i + 1 < starts.Count ? starts[i + 1] : lines.Length)]))];
    }

    private static Item Item(int number, string[] lines)
    {
        if (Bullet.Match(lines[0]) is { Success: true } bullet) lines[0] = bullet.Groups["body"].Value;
        return new(number, MailParts.Clip(NumberedText.Body(lines), MailLimits.Field));
    }

    /// <summary>Where each person who has not been named yet comes in.</summary>
    private static List<int> Starts(string[] lines)
    {
        var (starts, known) = (new List<int>(), new HashSet<string>());
        for (var i = 0; i < lines.Length; i++)
        {
            var number = TextLine.NumberIn(lines[i]);
            if (number is not null ? !known.Add(number) : !(Bullet.IsMatch(lines[i]) && TextLine.SaysBirth(lines[i]))) continue;
            starts.Add(Head(lines, i, starts.Count == 0 ? 0 : starts[^1] + 1));
        }
        return [.. starts.Distinct()];
    }

    /// <summary>The line itself where it is a bullet or begins with a name; else where its paragraph or its bullet begins.</summary>
    private static int Head(string[] lines, int at, int first)
    {
        if (PersonName.AtHead(lines[at]) is not null) return at;
        while (at > first && !Bullet.IsMatch(lines[at]) && !string.IsNullOrWhiteSpace(lines[at - 1])) at--;
        return at;
    }
}
