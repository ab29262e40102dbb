namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>A table and numbered situations in one mail tell of the same people: the table makes the lines, the text adds to them.</summary>
/// <remarks>A situation of the text that is in no line and names somebody is a line of its own: nobody is dropped, and nobody is there twice.</remarks>
internal static class Joining
{
    public static List<ReadLine> Join(List<ReadLine> table, IReadOnlyList<ReadLine> told)
    {
        var lines = table.ToList();
        var numbers = Index(table, l => l.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var foreigners = Index(table, l => l.ForeignerNumber);
        var applications = Index(table, l => l.ApplicationNumber);
        var surnames = Index(table, Surname);
        foreach (var situation in told)
        {
            var at = Sole(foreigners, situation.ForeignerNumber) ?? Sole(applications, situation.ApplicationNumber) ?? SoleName(situation) ?? SameNumber(situation);
            if (at is { } i) lines[i] = Add(lines[i], situation);
            else if (NamesSomebody(situation)) lines.Add(situation with { Number = 0 });
            else if (situation.SafeContact) lines = [.. lines.Select(l => l with { SafeContact = true })];
        }
        return lines;

        int? SoleName(ReadLine situation) => Sole(surnames, Surname(situation)) is { } i && !Contradicts(table[i], situation) ? i : null;
        int? SameNumber(ReadLine situation) => Sole(numbers, situation.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)) is { } i && !Contradicts(table[i], situation) && !OtherName(table[i], situation) ? i : null;
    }

    private static Dictionary<string, List<int>> Index(List<ReadLine> lines, Func<ReadLine, string?> key) => lines
        .Select((line, i) => (Key: key(line), Place: i)).Where(l => !string.IsNullOrEmpty(l.Key)).GroupBy(l => l.Key!).ToDictionary(g => g.Key, g => g.Select(l => l.Place).ToList());

    private static int? Sole(Dictionary<string, List<int>> index, string? key) => key is { Length: > 0 } && index.TryGetValue(key, out var places) && places.Count == 1 ? places[0] : null;

    private static string? Surname(ReadLine line) => line.Surname is { } name ? Fold.Key(name) : null;

    private static bool Contradicts(ReadLine line, ReadLine told) =>
        Differ(line.ForeignerNumber, told.ForeignerNumber) || Differ(line.ApplicationNumber, told.ApplicationNumber) || (line.BirthDate is { } a && told.BirthDate is { } b && a != b);

    /// <summary>Initials do not differ from the name that they stand for.</summary>
    private static bool OtherName(ReadLine line, ReadLine told) => (Surname(line), Surname(told)) is ({ Length: > 0 } a, { Length: > 0 } b) && !a.StartsWith(b, StringComparison.Ordinal) && !b.StartsWith(a, StringComparison.Ordinal);

    private static bool Differ(string? a, string? b) => a is not null && b is not null && a != b;

    private static bool NamesSomebody(ReadLine told) => told.ForeignerNumber is not null || told.ApplicationNumber is not null || told.BirthDate is not null || (told.Surname is { Length: > 1 } name && !name.Any(char.IsLower));

    private static ReadLine Add(ReadLine line, ReadLine told) => line with
    {
        Kind = line.Kind == Kinds.Unknown && !line.Faults.Any(f => f.StartsWith("kind ", StringComparison.Ordinal)) ? told.Kind : line.Kind,
        BirthDate = line.BirthDate ?? told.BirthDate,
        ForeignerNumber = line.ForeignerNumber ?? told.ForeignerNumber,
        ApplicationNumber = line.ApplicationNumber ?? told.ApplicationNumber,
        PermitEnd = line.PermitEnd ?? told.PermitEnd,
        AttestationEnd = line.AttestationEnd ?? told.AttestationEnd,
        Contact = line.Contact ?? told.Contact,
        Text = line.Text is null || line.Text == told.Text ? told.Text : MailParts.Clip($"{line.Text}\n{told.Text}", MailLimits.Field),
        SafeContact = line.SafeContact || told.SafeContact,
    };
}
