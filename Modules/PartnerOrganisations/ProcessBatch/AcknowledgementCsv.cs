using System.Globalization;
using System.Text;
using System.Text.Json;
using Anef.PartnerOrganisations.Domain;

namespace Anef.PartnerOrganisations.ProcessBatch;

/// <summary><c>line;status;reference;reason;todo</c>, for programs and for spreadsheets.</summary>
internal static class AcknowledgementCsv
{
    public static string Of(IEnumerable<AcknowledgedLine> lines)
    {
        // Spreadsheets take a file for UTF-8 only when it says so.
        var csv = new StringBuilder("\uFEFFline;status;reference;reason;todo\r\n");
        foreach (var line in lines)
            csv.Append(CultureInfo.InvariantCulture, $"{line.Number};{Name(line.Status)};{Cell(line.Reference)};{Cell(line.Outcome.Reason)};{Cell(line.Outcome.Todo)}\r\n");
        return csv.ToString();
    }

    /// <summary>As programs read it: <c>refusedNoMandate</c>.</summary>
    public static string Name(LineStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());

    /// <summary>A cell that begins like a formula is text; what would end a cell is quoted.</summary>
    public static string Cell(string? text)
    {
        var written = (text ?? "").ReplaceLineEndings(" ");
        if (written.Length > 0 && (written[0] is '=' or '+' or '-' or '@' or '\t')) written = $"'{written}";
        return written.AsSpan().IndexOfAny(';', '"') < 0 ? written : $"\"{written.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
