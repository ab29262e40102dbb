using System.Globalization;
using Anef.Staffing.ReportWorkload;

namespace Anef.Staffing.ExportReport;

/// <summary>The report on paper: charts first, then the same figures as tables.</summary>
internal static class PdfReport
{
    /// <summary>More columns than these do not fit beside a procedure's code.</summary>
    private const int Widest = 4;

    public static byte[] Write(WorkloadReport report)
    {
        Typefaces.Prepare();
        using var paper = new Paper(ReportFile.TitleOf(report));
        paper.Heading(ReportFile.TitleOf(report), first: true);
        paper.Text(string.Create(CultureInfo.InvariantCulture, $"Du {report.From:dd/MM/yyyy} au {report.To:dd/MM/yyyy}. Stock au début + entrées − sorties = stock à la fin."));
        foreach (var chart in Charts.Of(report)) paper.Picture(chart);
        foreach (var group in Columns.Of(report).Where(g => g.Columns.Count > 0))
        {
            paper.Heading(group.Title, first: false);
            if (group.Note is { } note) paper.Text(note);
            foreach (var columns in group.Columns.Chunk(Widest))
                paper.Table(["Démarche", .. columns.Select(c => c.Header)], [.. group.RowsOf(report).Select(row => (string[])[row.Procedure == ReportRow.Total ? row.Name : row.Procedure, .. columns.Select(c => c.Text(row))])]);
        }
        paper.Heading("Démarches", first: false);
        paper.Table(["Code", "Nom"], [.. report.Told.Select(row => (string[])[row.Procedure, row.Name])]);
        return paper.Bytes();
    }
}
