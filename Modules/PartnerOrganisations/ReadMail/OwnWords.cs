using System.Text.RegularExpressions;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>What the sender wrote: without the mail that it answers, with the one that it forwards.</summary>
internal static class OwnWords
{
    private static readonly Regex Forwarded = New(@"^[ \-*_]*(?:(?:debut du )?message (?:transfere|reexpedie|transmis)|(?:begin )?forwarded message)");
    private static readonly Regex Answered = New(@"^[ \-*_]*(?:message d'origine|message original|original message)[ \-*_]*$|^(?:le|on) .{5,200}(?:a ecrit|wrote) ?:?$");
    private static readonly Regex Header = New(@"^\*?(?:de|from|date|envoye(?: le)?|sent|a|to|cc|objet|subject|reply-to) ?:\*?");
    private static readonly Regex Sender = New(@"^\*?(?:de|from) ?:\*? .*@");
    private static readonly Regex Forwards = New(@"^(?:(?:re|tr|fwd?|i) ?: ?)*(?:tr|fwd?|i) ?:");

    /// <summary>Lines after the first of a quoted head within which the rest of it stands.</summary>
    private const int HeadLines = 4;

    public static string Of(Letter letter) => Of(letter.Text, letter.Subject);

    public static string Of(string text, string subject)
    {
        var lines = text.Split('\n').Select(l => l.TrimEnd()).ToList();
        var own = Forwards.IsMatch(Fold.Text(subject).Trim()) ? Opened(lines) : Cut(lines);
        if (own.TrueForAll(string.IsNullOrWhiteSpace)) own = Opened(lines);
        return string.Join('\n', own).Trim();
    }

    /// <summary>Nothing of the answered mail is left.</summary>
    private static List<string> Cut(List<string> lines)
    {
        var kept = new List<string>();
        var forwarded = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var folded = Folded(lines[i]);
            if (Forwarded.IsMatch(folded)) (forwarded, i) = (true, AfterHead(lines, i + 1) - 1);
            else if (!forwarded && IsAnswered(lines, i, folded)) return kept;
            else if (!folded.StartsWith('>')) kept.Add(lines[i]);
        }
        return kept;
    }

    /// <summary>A line of attribution may be broken in two.</summary>
    private static bool IsAnswered(List<string> lines, int at, string folded)
    {
        if (Answered.IsMatch(folded)) return true;
        if (folded.StartsWith("le ", StringComparison.Ordinal) || folded.StartsWith("on ", StringComparison.Ordinal))
            return at + 1 < lines.Count && folded.Contains('@', StringComparison.Ordinal) && Answered.IsMatch($"{folded} {Folded(lines[at + 1])}");
        return Sender.IsMatch(folded) && lines.Skip(at + 1).Take(HeadLines).Count(l => Header.IsMatch(Folded(l))) >= 2;
    }

    /// <summary>All of it, without the signs of quoting and the heads of what is quoted.</summary>
    private static List<string> Opened(List<string> lines)
    {
        var kept = new List<string>();
        var bare = lines.Select(l => l.TrimStart('>', ' ')).ToList();
        for (var i = 0; i < bare.Count; i++)
        {
            var folded = Folded(bare[i]);
            if (Forwarded.IsMatch(folded) || Answered.IsMatch(folded)) i = AfterHead(bare, i + 1) - 1;
            else if (Sender.IsMatch(folded)) i = AfterHead(bare, i) - 1;
            else kept.Add(bare[i]);
        }
        return kept;
    }

    private static int AfterHead(List<string> lines, int at)
    {
        while (at < lines.Count && (lines[at].Length == 0 || Header.IsMatch(Folded(lines[at])))) at++;
        return at;
    }

    private static string Folded(string line) => Fold.Text(MailParts.Clip(line, 1000)).Trim();

    private static Regex New(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
