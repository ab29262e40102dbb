using System.Globalization;
using System.Text;

namespace Anef.Attestations.Pdf;

/// <summary>The code of a document as a picture, with the white margin that readers need.</summary>
internal static class QrPicture
{
    private const int Side = 300;
    private const int Margin = 18;

    public static string Svg(string link)
    {
        var path = new StringBuilder();
        // Squares are counted from the bottom, as on paper; a picture counts from the top.
        foreach (var square in new QrCode(link).Squares(Margin, Margin, Side - (2 * Margin)))
            path.Append(CultureInfo.InvariantCulture, $"M{square.Left:0.##} {Side - square.Top:0.##}H{square.Right:0.##}V{Side - square.Bottom:0.##}H{square.Left:0.##}Z");
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Side} {Side}" width="{Side}" height="{Side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0H{Side}V{Side}H0Z"/><path fill="#000" d="{path}"/></svg>""";
    }
}
