using System.Text;
using Anef.Staffing.ReportWorkload;

namespace Anef.Staffing.ExportReport;

/// <summary>A report as a file of one of the formats.</summary>
internal static class ReportFile
{
    public static async Task<byte[]> Write(WorkloadReport report, string format, CancellationToken ct) => format switch
    {
        "csv" => Encoding.UTF8.GetBytes(ReportCsv.Write(report)),
        "pdf" => PdfReport.Write(report),
        "xlsx" => await ReportXlsx.Write(report, ct),
        _ => Encoding.UTF8.GetBytes(ReportJson.Write(report) + "\n"),
    };

    public static string TypeOf(string format) => format switch
    {
        "csv" => "text/csv; charset=utf-8",
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/json; charset=utf-8",
    };

    /// <summary>What the report is about.</summary>
    public static string TitleOf(WorkloadReport report) => $"Charge de travail – {PlaceOf(report)}{(report.Procedure is { } procedure ? $", démarche {procedure}" : "")}";

    /// <summary>Whose load it is.</summary>
    public static string PlaceOf(WorkloadReport report) => $"{report.Name}{(report.Site is { } site ? $", site de {site}" : "")}{(report.Team is { } team ? $", équipe {team}" : "")}";

    public static string NameOf(WorkloadReport report, string format) => $"charge-{report.Prefecture ?? "france"}-{report.From:yyyy-MM-dd}-{report.To:yyyy-MM-dd}.{format}";
}
