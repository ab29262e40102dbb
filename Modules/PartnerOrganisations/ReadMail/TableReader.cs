namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Lines of a table, wherever its headings stand. Without headings, each row is a line that a person looks at.</summary>
internal static class TableReader
{
    /// <exception cref="MailFault">More lines than a mail may hold.</exception>
    public static IReadOnlyList<ReadLine> Lines(IEnumerable<IReadOnlyList<string>> table, DateOnly? written)
    {
        var rows = Bounded(table);
        var headings = rows.FindIndex(r => Headings.Stand(r));
        if (headings < 0 || headings >= MailLimits.RowsAboveHeadings) return [.. rows.Select(r => Bare(r, written))];
        var known = rows[headings].Select(h => Cell.Of(h.Trim(), "")).ToList();
        // Several tables put under one another, each with the same headings.
        return [.. rows.Skip(headings + 1).Where(r => !r.SequenceEqual(rows[headings])).Select(r => TableLine.Of(r.Select((value, i) => i < known.Count ? known[i] with { Value = value } : Cell.Of(Place(i), value)), written))];
    }

    private static ReadLine Bare(IReadOnlyList<string> row, DateOnly? written)
    {
        var line = TableLine.Of(row.Select((value, i) => new Cell(null, Place(i), value)), written);
        return line with { Faults = [.. line.Faults, "headings"] };
    }

    /// <summary>Rows in which anything stands; empty ones are looked at and not kept, up to a limit.</summary>
    private static List<IReadOnlyList<string>> Bounded(IEnumerable<IReadOnlyList<string>> table)
    {
        var (rows, looked, characters) = (new List<IReadOnlyList<string>>(), 0, 0L);
        foreach (var row in table)
        {
            characters += row.Sum(c => (long)c.Length);
            if (characters > MailLimits.Characters) throw new MailFault("tooLarge");
            if (row.Any(IsWritten)) rows.Add(row);
            if (rows.Count > MailLimits.Lines + MailLimits.RowsAboveHeadings || ++looked > MailLimits.Rows) throw new MailFault("tooManyLines");
        }
        return rows;
    }

    /// <summary>Rules drawn with dashes are no words.</summary>
    private static bool IsWritten(string cell) => cell.Any(sign => sign is not (' ' or '-' or ':' or '=' or '_' or '\t' or '\n'));

    private static string Place(int index) => $"colonne {index + 1}";
}
