namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Sorts the files of a mail: tables, texts, documents, and what is refused.</summary>
internal sealed class MailFiles(DateOnly? written)
{
    private static readonly HashSet<string> TableEndings = [".csv", ".tsv", ".tab"];
    private readonly HashSet<string> seen = [];

    /// <summary>Of all tables; the same line in two of them, as a workbook and its export hold it, once.</summary>
    public List<ReadLine> Lines { get; } = [];

    public List<MailFile> Documents { get; } = [];

    public List<Letter> Letters { get; } = [];

    public List<string> Notes { get; } = [];

    public void Take(Attached file)
    {
        var kind = FileKinds.Of(file);
        if (FileKinds.MediaType(kind) is { } type)
        {
            Documents.Add(new(file.Name, type, file.Content));
            return;
        }
        try
        {
            Read(file, kind);
        }
        catch (MailFault fault) when (fault.Code is not "tooManyLines" and not "tooLarge")
        {
            // Nobody keeps a bomb; the mail itself is stored whole.
            Documents.Add(new(file.Name, null, [], fault.Code));
        }
    }

    /// <summary>A table that stands in a text, pasted.</summary>
    public void Take(string table) => Add(TableReader.Lines(CsvTable.Rows(table), written));

    /// <summary>Lines that a program wrote into the text of a mail. False when it is no JSON.</summary>
    public bool TakeJson(string text)
    {
        if (text.TrimStart() is not ['{' or '[', ..]) return false;
        try
        {
            Add([.. JsonTable.Lines(text).Select(l => TableLine.Of(l, written))]);
            return true;
        }
        catch (MailFault fault) when (fault.Code == "unreadable")
        {
            return false;
        }
    }

    private void Read(Attached file, FileKind kind)
    {
        switch (kind)
        {
            case FileKind.Zip:
                foreach (var sheet in ExcelTable.Sheets(file.Content)) Add(TableReader.Lines(sheet, written));
                break;
            case FileKind.Json:
                Add([.. JsonTable.Lines(Text(file)).Select(l => TableLine.Of(l, written))]);
                break;
            case FileKind.Text:
                ReadText(file);
                break;
            default:
                throw new MailFault("type");
        }
    }

    private void ReadText(Attached file)
    {
        var text = Text(file);
        if (TableEndings.Contains(Path.GetExtension(file.Name).ToLowerInvariant()) || CsvTable.Has(text)) Add(TableReader.Lines(CsvTable.Rows(text), written));
        else Letters.Add(new(text, null, ""));
    }

    private string Text(Attached file)
    {
        if (file.Content.AsSpan(0, Math.Min(file.Content.Length, 8)).IndexOf("\0\0\0"u8) >= 0) throw new MailFault("type");
        var text = TextDecoding.Decode(file.Content, file.Charset, out var fellBack);
        if (fellBack) Notes.Add($"charset {MailParts.Clip(file.Charset, MailLimits.Quoted)}");
        return text;
    }

    private void Add(IReadOnlyList<ReadLine> lines)
    {
        var before = seen.ToHashSet();
        foreach (var line in lines)
        {
            var same = Same(line);
            seen.Add(same);
            if (!before.Contains(same)) Lines.Add(line);
        }
        if (Lines.Count > MailLimits.Lines) throw new MailFault("tooManyLines");
    }

    private static string Same(ReadLine line) => string.Join('\u001F', line.Kind, line.Surname, line.GivenNames, line.BirthDate, line.ForeignerNumber, line.ApplicationNumber, line.Procedure, line.PermitEnd, line.Department, line.Contact, line.Instruction, line.Text,
        string.Join('\u001E', line.Others.Where(o => o.Value.Length > 0).Select(o => $"{o.Key}={o.Value}")));
}
