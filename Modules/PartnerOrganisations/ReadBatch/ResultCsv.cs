using System.Globalization;
using System.Text;
using Anef.PartnerOrganisations.ProcessBatch;

namespace Anef.PartnerOrganisations.ReadBatch;

/// <summary>The result of a batch as a table: <c>line;status;reference;reason;todo</c>.</summary>
internal static class ResultCsv
{
    /// <summary>With a byte order mark: without it Excel takes é for something else.</summary>
    public static byte[] Of(IEnumerable<LineView> lines)
    {
        var text = new StringBuilder("line;status;reference;reason;todo\r\n");
        foreach (var line in lines)
            text.AppendJoin(';', new[] { line.Number.ToString(CultureInfo.InvariantCulture), line.Code, line.Reference ?? "", line.Reason, line.Todo }.Select(AcknowledgementCsv.Cell)).Append("\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
