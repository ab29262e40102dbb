namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>A field of a line.</summary>
/// <param name="Column">Null for one that nobody expected.</param>
internal readonly record struct Cell(Column? Column, string Heading, string Value)
{
    public static Cell Of(string heading, string value) => new(Headings.Of(heading), heading, value);
}

/// <summary>Makes a line of fields. Whatever is wrong with them, it is a line.</summary>
internal sealed class TableLine
{
    private readonly Dictionary<Column, string> given = [];
    private readonly Dictionary<string, string> others = [];
    private readonly List<string> faults = [];

    private TableLine(IEnumerable<Cell> cells)
    {
        foreach (var cell in cells)
        {
            var value = Unwrapped(cell.Value.Trim());
            if (value.Length > MailLimits.Field) (value, _) = (MailParts.Clip(value, MailLimits.Field), Fault("tooLong", cell.Heading));
            if (value.Length == 0) continue;
            if (cell.Column is not { } column || !given.TryAdd(column, value)) others[Unused(cell.Heading)] = value;
        }
    }

    /// <returns>Its number is 0 when it is not numbered.</returns>
    public static ReadLine Of(IEnumerable<Cell> cells, DateOnly? written) => new TableLine(cells).Read(written);

    private ReadLine Read(DateOnly? written)
    {
        var number = Tried(Column.Line, "line", text => Numbers.Line(text)) ?? 0;
        var safe = SafeWords.In(Given(Column.Kind), Given(Column.Instruction), Given(Column.Contact), Given(Column.Text)) || others.Any(IsSafe);
        return new(number, Kind(safe))
        {
            Surname = Given(Column.Surname),
            GivenNames = Given(Column.GivenNames),
            BirthDate = Tried(Column.BirthDate, "birthDate", text => Dates.Of(text, born: true)),
            ForeignerNumber = Tried(Column.ForeignerNumber, "foreignerNumber", Numbers.Foreigner),
            ApplicationNumber = Tried(Column.ApplicationNumber, "applicationNumber", Numbers.Application),
            Procedure = Given(Column.Procedure),
            PermitEnd = Tried(Column.PermitEnd, "permitEnd", text => Dates.Of(text, born: false, written)),
            Department = Tried(Column.Department, "department", Numbers.Department),
            Contact = Given(Column.Contact),
            Instruction = Given(Column.Instruction),
            Text = Given(Column.Text),
            SafeContact = safe,
            Documents = [.. (Given(Column.Documents) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)],
            Others = others,
            Faults = faults,
        };
    }

    /// <summary>A column of its own for it, whatever it says but no; or a remark in any other.</summary>
    private static bool IsSafe(KeyValuePair<string, string> other) => SafeWords.In(other.Value) || (SafeWords.In(other.Key) && Fold.Key(other.Value) is not ("non" or "no" or "n" or "faux" or "false" or "0"));

    private string Kind(bool safe)
    {
        if (Given(Column.Kind) is not { } word)
        {
            if (Kinds.InText(Given(Column.Text)) is { } told) return told;
            if (!safe) Fault("kind", "");
            return Kinds.Unknown;
        }
        if ((Kinds.Of(word) ?? Kinds.InText(word)) is { } kind) return kind;
        if (!SafeWords.In(word)) Fault("kind", word);
        return Kinds.Unknown;
    }

    /// <summary>Spreadsheets are told to keep a number as text by <c>="0123"</c>.</summary>
    private static string Unwrapped(string value) => value.Length > 3 && value.StartsWith("=\"", StringComparison.Ordinal) && value.IndexOf('"', 2) == value.Length - 1 ? value[2..^1].Trim() : value;

    private string? Given(Column column) => given.GetValueOrDefault(column);

    private T? Tried<T>(Column column, string name, Func<string, T?> read) where T : struct
    {
        if (Given(column) is not { } text) return null;
        var value = read(text);
        if (value is null) Fault(name, text);
        return value;
    }

    private string? Tried(Column column, string name, Func<string, string?> read)
    {
        if (Given(column) is not { } text) return null;
        var value = read(text);
        if (value is null) Fault(name, text);
        return value;
    }

    private bool Fault(string code, string written)
    {
        faults.Add($"{code} {MailParts.Clip(written.Replace('\n', ' '), MailLimits.Quoted)}".TrimEnd());
        return true;
    }

    /// <summary>Two columns of one name are both kept.</summary>
    private string Unused(string heading)
    {
        var bare = MailParts.Clip(heading.Trim(), MailLimits.Quoted);
        var name = bare;
        for (var again = 2; others.ContainsKey(name); again++) name = $"{bare} ({again})";
        return name;
    }
}
