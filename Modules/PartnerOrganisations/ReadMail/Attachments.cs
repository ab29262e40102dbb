namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Whose each file is: as the line says, else by a number in its name, else by a person's name or initials. One that may be of two people is nobody's: a person decides.</summary>
internal sealed class Attachments
{
    private readonly List<ReadLine> lines;
    private readonly ILookup<int, int> byNumber;
    private readonly ILookup<string, int> byKey;
    private readonly ILookup<string, int> bySurname;
    private readonly ILookup<string, int> byInitials;
    private readonly ILookup<string, int> byDocument;
    private readonly List<string>[] found;
    private readonly string[] texts;
    private readonly List<string> notes = [];

    private Attachments(List<ReadLine> lines)
    {
        this.lines = lines;
        found = [.. lines.Select(_ => new List<string>())];
        texts = [.. lines.Select(l => Fold.Text($"{l.Text} {l.Instruction} {string.Join(' ', l.Documents)}"))];
        var places = Enumerable.Range(0, lines.Count).ToList();
        byNumber = places.ToLookup(i => lines[i].Number);
        byKey = Lookup(places.SelectMany(i => new[] { lines[i].ForeignerNumber, lines[i].ApplicationNumber }.OfType<string>().Select(k => (k, i))));
        bySurname = Lookup(places.Where(i => lines[i].Surname is not null).SelectMany(i => Fold.Words(lines[i].Surname!).Where(w => w.Length > 1).Take(1).Select(w => (w, i))));
        byInitials = Lookup(places.SelectMany(i => Initials(lines[i]).Select(w => (w, i))));
        byDocument = Lookup(places.SelectMany(i => lines[i].Documents.Select(d => (Key(d), i))));
    }

    /// <returns>The lines with their files, and what could not be matched.</returns>
    public static (IReadOnlyList<ReadLine> Lines, IReadOnlyList<string> Notes) Match(List<ReadLine> lines, IReadOnlyList<MailFile> files)
    {
        var match = new Attachments(lines);
        var kept = files.Where(f => f.Fault is null).ToList();
        var left = kept.Where(f => !match.Place(f)).ToList();
        foreach (var file in left.Where(f => !match.Place(f, match.Leftover(f, left)))) match.notes.Add($"unmatched {file.Name}");
        var refused = files.Where(f => f.Fault is not null).SelectMany(match.Refused).ToLookup(r => r.Place, r => r.Fault);
        var sent = files.SelectMany(f => new[] { Key(f.Name), Key(Path.GetFileNameWithoutExtension(f.Name)) }).ToHashSet();
        return ([.. lines.Select((line, i) => With(line, match.found[i], sent, [.. refused[i]]))], match.notes);
    }

    /// <summary>On whose line it is said that a file is refused; where nobody can tell, it is said of the whole.</summary>
    private IEnumerable<(int Place, string Fault)> Refused(MailFile file)
    {
        var places = lines.Count == 1 ? [0] : PlacesOf(file);
        if (places.Count == 0) notes.Add($"refused {file.Fault} {file.Name}");
        return places.Select(place => (place, $"file {file.Fault} {file.Name}"));
    }

    private bool Place(MailFile file) => Place(file, PlacesOf(file));

    private List<int> PlacesOf(MailFile file)
    {
        var name = new FileNames(file.Name);
        var places = Said(file.Name);
        if (places.Count == 0) places = [.. name.Numbers.SelectMany(n => byKey[n]).Distinct()];
        if (places.Count == 0 && name.LineNumber is { } number) places = [.. byNumber[number]];
        if (places.Count == 0) places = OfOnePerson(Named(name));
        if (places.Count == 0) places = OfOnePerson([.. name.Initials.SelectMany(i => byInitials[i]).Distinct()]);
        return places.Count == 0 && name.IsMandates ? Mandates() : places;
    }

    private bool Place(MailFile file, List<int> places)
    {
        foreach (var place in places) found[place].Add(file.Name);
        return places.Count > 0;
    }

    /// <summary>The column of the table names it, or the text does.</summary>
    private List<int> Said(string name)
    {
        var said = byDocument[Key(name)].Concat(byDocument[Key(Path.GetFileNameWithoutExtension(name))]).Distinct().ToList();
        if (said.Count > 0 || name.Length < 5) return said;
        var sought = Fold.Text(name);
        return [.. Enumerable.Range(0, lines.Count).Where(i => texts[i].Contains(sought, StringComparison.Ordinal))];
    }

    /// <summary>All words of the surname stand in it; the given names decide between people of one surname.</summary>
    private List<int> Named(FileNames name)
    {
        var words = name.Words.ToHashSet();
        var named = words.SelectMany(w => bySurname[w]).Distinct().Where(i => Fold.Words(lines[i].Surname!).All(w => words.Contains(w))).ToList();
        var closer = named.Where(i => lines[i].GivenNames is { } given && Fold.Words(given).Any(w => w.Length > 1 && words.Contains(w))).ToList();
        return closer.Count > 0 ? closer : named;
    }

    /// <summary>A list of mandates belongs to those who speak of theirs, or to all when none does.</summary>
    private List<int> Mandates()
    {
        var all = Enumerable.Range(0, lines.Count).ToList();
        var said = all.Where(i => Speaks(i, "mandat")).ToList();
        return said.Count > 0 ? said : all;
    }

    /// <summary>The only line has all that is left; the only line that speaks of a photograph has the only picture.</summary>
    private List<int> Leftover(MailFile file, List<MailFile> left)
    {
        if (lines.Count == 1) return [0];
        if (file.Type?.StartsWith("image/", StringComparison.Ordinal) != true || left.Count(f => f.Type!.StartsWith("image/", StringComparison.Ordinal)) > 1) return [];
        var speaking = Enumerable.Range(0, lines.Count).Where(i => Speaks(i, "photo") || Speaks(i, "capture")).ToList();
        return speaking.Count == 1 ? speaking : [];
    }

    /// <summary>Several lines may be about one person, and a file about two people is nobody's.</summary>
    private List<int> OfOnePerson(List<int> places) => places.Count < 2 || places.Select(i => Person(lines[i])).Distinct().Count() == 1 ? places : [];

    private static string Person(ReadLine line) => line.ForeignerNumber ?? $"{Fold.Key(line.Surname ?? "")}|{Fold.Key(line.GivenNames ?? "")}|{line.BirthDate}";

    private bool Speaks(int line, string word) => texts[line].Contains(word, StringComparison.Ordinal);

    private static IEnumerable<string> Initials(ReadLine line)
    {
        if (line.Surname is null || line.GivenNames is null) yield break;
        var (family, given) = (Letters(line.Surname), Letters(line.GivenNames));
        yield return given + family;
        yield return family + given;
        if (given.Length > 1) yield return given[..1] + family;
    }

    private static string Letters(string name) => string.Concat(Fold.Words(name).Select(w => char.ToUpperInvariant(w[0])));

    /// <summary>What the line names and nobody sent is asked for.</summary>
    private static ReadLine With(ReadLine line, List<string> files, HashSet<string> sent, List<string> refused) => files.Count + line.Documents.Count + refused.Count == 0 ? line : line with
    {
        Documents = files,
        Faults = [.. line.Faults, .. line.Documents.Where(d => !sent.Contains(Key(d))).Select(d => $"documents {MailParts.Clip(d, MailLimits.Quoted)}"), .. refused],
    };

    private static string Key(string name) => Fold.Text(Fold.Clean(name[(name.LastIndexOfAny(['/', '\\']) + 1)..])).Trim();

    private static ILookup<string, int> Lookup(IEnumerable<(string Key, int Place)> entries) => entries.ToLookup(e => e.Key, e => e.Place);
}
