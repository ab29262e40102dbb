using System.Globalization;
using ExcelDataReader;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Rows of a workbook: of each sheet that has headings, else of the first that holds anything. Values only: formulas are not computed, links not followed.</summary>
internal static class ExcelTable
{
    /// <summary>The library asks for an encoding of old workbooks by its number before it opens a new one.</summary>
    static ExcelTable() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    /// <exception cref="MailFault">It is refused or cannot be read.</exception>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Sheets(byte[] content)
    {
        ExcelPackage.Check(content);
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content, writable: false));
            var sheets = new List<IReadOnlyList<IReadOnlyList<string>>>();
            do sheets.Add(Rows(reader));
            while (sheets.Count < MailLimits.WorkbookParts && reader.NextResult());
            var headed = sheets.Where(s => s.Take(MailLimits.RowsAboveHeadings).Any(Headings.Stand)).ToList();
            return headed.Count > 0 ? headed : [.. sheets.Where(s => s.Count > 0).Take(1)];
        }
        catch (Exception e) when (e is not MailFault and not OutOfMemoryException)
        {
            // The library says in many ways that a workbook is broken; none of them is ours to handle otherwise.
            throw new MailFault("unreadable");
        }
    }

    private static List<IReadOnlyList<string>> Rows(IExcelDataReader reader)
    {
        var rows = new List<IReadOnlyList<string>>();
        var characters = 0L;
        for (var looked = 0; reader.Read(); looked++)
        {
            if (looked >= MailLimits.Rows) throw new MailFault("tooManyLines");
            var row = Enumerable.Range(0, Math.Min(reader.FieldCount, MailLimits.Columns)).Select(i => Text(reader.GetValue(i))).ToArray();
            // Here already: one long text of the workbook may stand in each of its cells.
            if ((characters += row.Sum(c => (long)c.Length)) > MailLimits.Characters) throw new MailFault("tooLarge");
            if (Array.Exists(row, c => c.Length > 0)) rows.Add(row);
        }
        return rows;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime day => day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        // Spreadsheets keep fifteen digits: a longer number is not what was typed any more, and must not look as if it were.
        double number when Math.Abs(number) < 1e15 => number.ToString("0.##########", CultureInfo.InvariantCulture),
        double number => number.ToString("0.##############E+0", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => Fold.Clean(MailParts.Clip(value.ToString(), MailLimits.Field + 1)),
    };
}
