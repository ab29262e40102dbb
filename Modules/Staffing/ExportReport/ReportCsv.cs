using System.Globalization;
using System.Text;
using Anef.Staffing.ReportWorkload;

namespace Anef.Staffing.ExportReport;

/// <summary>The report for spreadsheets: semicolons, a byte order mark, and nothing that a spreadsheet would compute.</summary>
internal static class ReportCsv
{
    private static readonly string[] Place = ["Préfecture", "Du", "Au", "Démarche", "Nom"];
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static string Write(WorkloadReport report)
    {
        var columns = Columns.Of(report).SelectMany(g => g.Columns).ToList();
        var text = new StringBuilder("\uFEFF").AppendJoin(';', Place.Concat(columns.Select(c => c.Header)).Select(Cell)).Append("\r\n");
        foreach (var row in report.Rows)
        {
            var place = new[] { report.Prefecture ?? "", $"{report.From:yyyy-MM-dd}", $"{report.To:yyyy-MM-dd}", row.Procedure, row.Name }.Select(Cell);
            text.AppendJoin(';', place.Concat(columns.Select(c => c.Value(row)?.ToString(French) ?? c.Absent(row)))).Append("\r\n");
        }
        return text.ToString();
    }

    /// <summary>A text that begins like a formula begins with an apostrophe instead.</summary>
    public static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(";\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
