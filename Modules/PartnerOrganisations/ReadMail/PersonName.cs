using System.Text.RegularExpressions;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>A name at the head of a text: surnames stand in capitals, in whichever order; otherwise the last word is one.</summary>
/// <param name="GivenNames">Null when only the surname is written.</param>
internal sealed record PersonName(string Surname, string? GivenNames)
{
    private static readonly HashSet<string> Titles = ["m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "dr", "me"];

    /// <summary>Words that people write large and that are no names.</summary>
    private static readonly HashSet<string> Others =
    [
        "api", "anef", "bpi", "ofpra", "cnda", "agdref", "dde", "op", "pj", "ddn", "nationalite", "bonjour", "urgent", "ne", "pas", "ecrire", "titre", "demande", "attestation", "mandat", "prefecture",
        "l", "le", "la", "les", "un", "une", "nous", "notre", "suite", "objet", "question", "blocage", "recepisse", "changement", "renouvellement", "merci", "madame", "ignore", "il", "elle", "est", "cst", "aps", "sa", "son", "pour", "voir", "dossier",
    ];

    private static readonly Regex Word = new(@"^\p{L}[\p{L}'’.\-]*\.?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex Title = new(@"\b(?:m\.|mr\.?|mme|mlle|monsieur|madame|mademoiselle) ", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex Born = new(@",? ?\(?\b(?:nee?\(?e?\)?|ddn) (?:le )?:? ?\d", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Words of a name: more are a sentence.</summary>
    private const int Longest = 6;

    /// <summary>At the head of a numbered situation.</summary>
    public static PersonName? AtHead(string text)
    {
        var line = text.Split('\n')[0].TrimStart('*', '-', ' ', ':', '\t');
        var parts = line.Split([',', '(', ';', ':', '–', '—', '\t', '"', '«', '/'], 3);
        var words = Taken(parts[0]);
        if (words.Count == 0) return null;
        // « DIALLO, Awa »: a comma between them.
        if (words.TrueForAll(IsCapital) && parts.Length > 1 && line[parts[0].Length] == ',' && Taken(parts[1]) is { Count: > 0 and < 4 } given && given.Count == Words(parts[1]).Count && !given.TrueForAll(IsCapital)) words.AddRange(given);
        return Of(words);
    }

    /// <summary>Somewhere in a sentence: after a title, or before « née le ».</summary>
    public static PersonName? Within(string text)
    {
        var folded = Fold.Text(text);
        if (Born.Match(folded) is { Success: true } born)
        {
            var before = Words(text[Math.Max(0, born.Index - MailLimits.Quoted)..born.Index].Split('\n')[^1]);
            var name = before.AsEnumerable().Reverse().TakeWhile(w => IsName(w)).Take(Longest).Reverse().SkipWhile(w => Titles.Contains(Fold.Key(w))).ToList();
            if (name.Count > 0) return Of(name);
        }
        return Title.Match(folded) is { Success: true } title && Taken(text[(title.Index + title.Length)..].Split('\n')[0]) is { Count: > 0 } titled ? Of(titled) : null;
    }

    private static List<string> Taken(string text)
    {
        var words = Words(MailParts.Clip(text, MailLimits.Quoted * 2)).SkipWhile(w => Titles.Contains(Fold.Key(w))).ToList();
        var name = words.TakeWhile(IsName).Take(Longest + 1).ToList();
        return name.Count > Longest ? [] : name;
    }

    private static PersonName Of(List<string> words)
    {
        if (words.Count == 1) return new(words[0], null);
        var capitals = words.Where(IsCapital).ToList();
        // All in capitals: forms and registers put the surname first. None: people put it last.
        List<string> surname = capitals.Count == words.Count ? (words.Count == 2 ? [words[0]] : words[..^1]) : capitals.Count > 0 ? capitals : [words[^1]];
        var given = words.ToList();
        foreach (var word in surname) given.Remove(word);
        return new(string.Join(' ', surname), string.Join(' ', given));
    }

    private static bool IsName(string word) => Word.IsMatch(word) && char.IsUpper(word[0]) && !Others.Contains(Fold.Key(word)) && !Fold.Text(word).StartsWith("l'", StringComparison.Ordinal) && !Fold.Text(word).StartsWith("d'", StringComparison.Ordinal);

    private static bool IsCapital(string word) => word.Count(char.IsLetter) > 1 && word.Where(char.IsLetter).All(char.IsUpper);

    private static List<string> Words(string text) => [.. text.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim(','))];
}
