using System.Text.Encodings.Web;
using System.Text.Json;
using Anef.Staffing.ReportWorkload;

namespace Anef.Staffing.ExportReport;

/// <summary>The report for programs.</summary>
internal static class ReportJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(WorkloadReport report) => JsonSerializer.Serialize(report, Options);
}
