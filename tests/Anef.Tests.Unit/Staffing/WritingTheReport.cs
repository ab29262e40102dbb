using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Anef.Staffing.ExportReport;
using Anef.Staffing.ReportWorkload;

namespace Anef.Tests.Unit.Staffing;

public sealed class WritingTheReport
{
    private static readonly WorkloadReport Report = new("42", "Loire", new(2026, 10, 1), new(2026, 10, 31), null,
    [
        new() { Procedure = "CJF", Name = "=HYPERLINK(\"x\");Conjoint", Opening = 1200, Inflow = 3, Outflow = 2, Closing = 1201, OldestDays = 400, DelaySample = 2, DelayP50 = 40, DelayP80 = 90, DelayP95 = 90, DocumentRequestsPerFile = 1.5m,
            InflowBy = new Dictionary<string, int> { ["online"] = 3 }, OutflowBy = new Dictionary<string, int> { ["granted"] = 2 } },
        new() { Procedure = "SAL", Name = "Salarié", Inflow = null, Closing = null, InflowBy = null, Withheld = ["closing", "inflow", "inflowBy"] },
        new() { Procedure = ReportRow.Total, Name = "Ensemble", Opening = 1200, Inflow = 3, Outflow = 2, Closing = 1201, DelayP50 = 40, DelayP80 = 90 },
    ]);

    [Test]
    public void As_JSON_has_the_names_that_programs_know()
    {
        var json = JsonNode.Parse(ReportJson.Write(Report))!;
        Assert.That(($"{json["prefecture"]}", $"{json["from"]}", $"{json["to"]}"), Is.EqualTo(("42", "2026-10-01", "2026-10-31")));
        var (row, total) = (json["rows"]![0]!.AsObject(), json["rows"]![2]!);
        foreach (var name in new[] { "opening", "inflow", "outflow", "closing", "gapDays", "delayP50", "delayP80", "oldestDays", "attestationsIssued" }) Assert.That(row.ContainsKey(name), name);
        Assert.That(((int)row["closing"]!, $"{total["procedure"]}", total["oldestDays"]), Is.EqualTo((1201, "total", (JsonNode?)null)));
    }

    [Test]
    public void As_CSV_is_read_by_a_spreadsheet_and_computed_by_none()
    {
        var lines = ReportCsv.Write(Report).Split("\r\n");
        Assert.That(lines[0], Does.StartWith("\uFEFFPréfecture;Du;Au;Démarche;Nom;Stock au début;Entrées;"));
        Assert.That(lines[1], Does.StartWith("42;2026-10-01;2026-10-31;CJF;\"'=HYPERLINK(\"\"x\"\");Conjoint\";1200;3;2;1201;").And.Contain(";1,5;"));
        Assert.That(lines[2], Does.Contain(";Salarié;0;moins de 5;0;moins de 5;"));
    }

    [Test]
    public async Task As_a_workbook_has_numbers_as_numbers_and_no_formula()
    {
        using var book = new ZipArchive(new MemoryStream(await ReportXlsx.Write(Report, default)));
        using var sheet = new StreamReader(book.Entries.Single(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Open());
        Assert.That(await sheet.ReadToEndAsync(), Does.Contain("<v>1201</v>").And.Contain("moins de 5").And.Not.Contain("<f>"));
    }

    [Test]
    public void On_paper_has_charts_with_words_and_tables_that_can_be_listened_to()
    {
        var paper = Encoding.Latin1.GetString(PdfReport.Write(Report));
        Assert.That(paper, Does.StartWith("%PDF-").And.Contain("/StructTreeRoot").And.Contain("/Subtype/Image").Or.Contain("/Subtype /Image"));
    }

    [Test]
    public void Charts_say_in_words_what_they_show_and_share_no_name()
    {
        var charts = Charts.Of(Report);
        Assert.That(charts.Select(c => c.Name), Is.EqualTo(new[] { "flux", "stock", "delais" }));
        Assert.That(charts[0].Words, Is.EqualTo("Stock au début : 1200, Entrées : 3, Sorties : 2, Stock à la fin : 1201"));
        foreach (var chart in charts) Assert.That(chart.Svg(), Does.StartWith("<svg").And.Contain("viewBox=\"0 0 720 ").And.Not.Contain(" id=\"cl").And.Not.Contain("style="));
    }
}
