using System.Globalization;
using System.Text.RegularExpressions;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>One of the numbered situations of a text.</summary>
internal sealed record Item(int Number, string Text);

/// <summary>Situations that are numbered in a text: <c>1)</c>, <c>1.</c>, <c>1 -</c>, <c>N°1</c>.</summary>
internal static class NumberedText
{
    private static readonly Regex Marker = new(
        @"^[ \t*•·–—-]*(?:" +
        @"(?:n ?°|no\.?|#) ?(?<n>\d{1,4})(?: ?[).:/\-])?[ \t]+(?<body>.+)" +
        @"|(?:situation|cas|dossier|ligne|personne) (?:n ?°|no\.?)? ?(?<n>\d{1,4}) ?[).:/\-]+[ \t]*(?<body>.+)" +
        @"|\(?(?<n>\d{1,4}) ?°? ?[)\]][ \t.:\-]*(?<body>.+)" +
        @"|(?<n>\d{1,4}) ?[.:/][ \t]+(?<body>.+)" +
        @"|(?<n>\d{1,4})\.(?<body>[a-z].+)" +
        @"|(?<n>\d{1,4}) ?[\-][ \t]+(?<body>.+)" +
        @"|(?<n>\d{1,4}) +-(?<body>[a-z].*)" +
        ")$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Closing = new(
        @"^[ \t]*(?:-- ?$|_{5,}|\*{5,}|(?:bien )?cordialement|(?:bien )?a vous|bien a vous|sinceres salutations|salutations|respectueusement|cdlt|merci (?:d'avance|par avance|de votre)|en vous remerciant|veuillez (?:agreer|recevoir)|je vous prie d'agreer|(?:je |nous )?(?:reste|restons|restant)s? a votre (?:entiere )?disposition|dans l'attente de votre|best regards|kind regards|envoye de(?:puis)? |sent from |telecharger outlook|get outlook|pj ?:|p\.j\. ?:|pieces? jointes? ?:|ci-joints? ?:)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>A line that starts with a number far from the one before is no new situation: a street, a postcode, an hour.</summary>
    private const int Leap = 10;

    /// <summary>Its situations; none when it is not numbered.</summary>
    public static IReadOnlyList<Item> Items(string text)
    {
        var lines = text.Split('\n');
        var items = new List<(int Number, List<string> Text)>();
        var (signed, margin) = (false, 0);
        foreach (var line in lines)
        {
            signed |= line.TrimEnd() is "--";
            if (items.Count == 0) margin = Margin(line);
            var before = items.Count == 0 ? 0 : items[^1].Number;
            if (Start(line, before) is { } start && !Within(start.Number, before, Margin(line) > margin) && (!signed || GoesOn(start, before))) items.Add((start.Number, [start.Text]));
            else if (items.Count > 0) items[^1].Text.Add(line);
            if (items.Count > MailLimits.Lines) throw new MailFault("tooManyLines");
        }
        return [.. items.Select(i => new Item(i.Number, MailParts.Clip(Body(i.Text), MailLimits.Field)))];
    }

    /// <summary>What stands before the first of them.</summary>
    public static string Before(string text) => string.Join('\n', text.Split('\n').TakeWhile(l => Start(l, 0) is null));

    /// <summary>A text without its formulas of courtesy, signature and list of files.</summary>
    public static string Body(IReadOnlyList<string> lines)
    {
        var end = 1;
        while (end < lines.Count && !Closing.IsMatch(Folded(lines[end]))) end++;
        return string.Join('\n', lines.Take(end)).Trim();
    }

    private static (int Number, string Text)? Start(string line, int before)
    {
        var match = Marker.Match(Folded(line));
        if (!match.Success) return null;
        var number = int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
        return number <= before + Leap ? (number, line[match.Groups["body"].Index..]) : null;
    }

    private static int Margin(string line) => line.Length - line.TrimStart(' ', '\t').Length;

    /// <summary>A list inside a situation stands further in and begins to count anew.</summary>
    private static bool Within(int number, int before, bool indented) => indented && before > 0 && number <= before;

    /// <summary>Below the mark of a signature, only somebody else in the same count is a situation.</summary>
    private static bool GoesOn((int Number, string Text) start, int before) => start.Number == before + 1 && (TextLine.NumberIn(start.Text) is not null || TextLine.SaysBirth(start.Text));

    private static string Folded(string line) => Fold.Text(line.Length > MailLimits.Field ? line[..MailLimits.Field] : line).TrimEnd();
}
