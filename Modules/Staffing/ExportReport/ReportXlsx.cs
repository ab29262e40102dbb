using Anef.Staffing.ReportWorkload;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Anef.Staffing.ExportReport;

/// <summary>The report as a workbook. Texts are texts: nothing in it is a formula.</summary>
internal static class ReportXlsx
{
    public static async Task<byte[]> Write(WorkloadReport report, CancellationToken ct)
    {
        using var file = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(file, cancellationToken: ct))
        {
            var bold = book.AddStyle(new Style { Font = { Bold = true } });
            var columns = Columns.Of(report).SelectMany(g => g.Columns).ToList();
            var options = new WorksheetOptions { FrozenRows = 3, FrozenColumns = 2 };
            options.Column(2).Width = 50;
            await book.StartWorksheetAsync("Charge", options, ct);
            await book.AddRowAsync([new Cell(ReportFile.TitleOf(report), bold)], ct);
            await book.AddRowAsync([new Cell($"Du {report.From:dd/MM/yyyy} au {report.To:dd/MM/yyyy}")], ct);
            await book.AddRowAsync([new Cell("Démarche", bold), new Cell("Nom", bold), .. columns.Select(c => new Cell(c.Header, bold))], ct);
            foreach (var row in report.Rows)
                await book.AddRowAsync([new Cell(row.Procedure), new Cell(row.Name), .. columns.Select(c => c.Value(row) is { } value ? new Cell(value) : new Cell(c.Absent(row)))], ct);
            await book.FinishAsync(ct);
        }
        return file.ToArray();
    }
}
