using QRCoder;
using UglyToad.PdfPig.Core;

namespace Anef.Attestations.Pdf;

/// <summary>The code of a document, as squares: sharp at any size, and smaller than a picture.</summary>
internal sealed class QrCode
{
    private const int Quiet = 4;
    private readonly List<System.Collections.BitArray> _rows;

    public QrCode(string link)
    {
        using var code = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        _rows = code.ModuleMatrix;
    }

    /// <summary>Runs of black squares, a row after the other; the quiet zone is the paper around.</summary>
    public IEnumerable<PdfRectangle> Squares(double left, double bottom, double size)
    {
        var count = _rows.Count - (2 * Quiet);
        var module = size / count;
        for (var row = 0; row < count; row++)
        {
            var bits = _rows[row + Quiet];
            for (var start = 0; start < count; start++)
            {
                if (!bits[start + Quiet]) continue;
                var end = start;
                while (end < count && bits[end + Quiet]) end++;
                var low = bottom + ((count - 1 - row) * module);
                yield return new(left + (start * module), low, left + (end * module), low + module);
                start = end;
            }
        }
    }
}
