using System.Globalization;
using System.Net;
using System.Text;
using Anef.Staffing.Domain.Planning;

namespace Anef.Staffing.ShowPlan;

/// <summary>A measure over the months: a line for the run of the middle in a band of eight runs in ten. The table beside it has the same numbers.</summary>
/// <remarks>Drawn with nothing but attributes: the pages allow no style of their own.</remarks>
internal static class PlanChart
{
    private const int Width = 640, Height = 240, Left = 70, Right = 36, Top = 12, Bottom = 34;

    public static string Svg(string title, IReadOnlyList<string> months, IReadOnlyList<Band> bands, double? ceiling = null)
    {
        var most = Round(ceiling ?? Most(bands));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}. {WebUtility.HtmlEncode(Words(months, bands))}\">");
        for (var i = 0; i <= 4; i++)
        {
            var (value, y) = (most * i / 4, Y(most * i / 4, most));
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" y1=\"{y}\" x2=\"{Width - Right}\" y2=\"{y}\" stroke=\"#ddd\"/><text x=\"{Left - 6}\" y=\"{y + 4}\" font-size=\"12\" text-anchor=\"end\" fill=\"#3a3a3a\">{Number(value)}</text>");
        }
        var every = (months.Count + 5) / 6;
        for (var i = 0; i < months.Count; i += every)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(i, months.Count)}\" y=\"{Height - 12}\" font-size=\"12\" text-anchor=\"middle\" fill=\"#3a3a3a\">{months[i]}</text>");
        var band = bands.Select((b, i) => Point(i, b.P90)).Concat(bands.Select((b, i) => Point(i, b.P10)).Reverse());
        svg.Append(CultureInfo.InvariantCulture, $"<polygon points=\"{string.Join(' ', band)}\" fill=\"#6a6af4\" fill-opacity=\"0.25\"/><polyline points=\"{string.Join(' ', bands.Select((b, i) => Point(i, b.P50)))}\" fill=\"none\" stroke=\"#000091\" stroke-width=\"2.5\"/></svg>");
        return svg.ToString();

        string Point(int i, double value) => string.Create(CultureInfo.InvariantCulture, $"{X(i, bands.Count):0.#},{Y(value, most):0.#}");
    }

    /// <summary>The highest value that is drawn: two charts beside each other have one scale.</summary>
    public static double Most(IEnumerable<Band> bands) => bands.Select(b => b.P90).DefaultIfEmpty().Max();

    /// <summary>Four steps of whole numbers.</summary>
    private static double Round(double most)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(4, most) / 4)));
        return 4 * step * Math.Ceiling(Math.Max(4, most) / 4 / step);
    }

    public static string Number(double value) => value.ToString("#,0", CultureInfo.GetCultureInfo("fr-FR"));

    private static string Words(IReadOnlyList<string> months, IReadOnlyList<Band> bands) =>
        bands.Count == 0 ? "" : $"De {Number(bands[0].P50)} en {months[0]} à {Number(bands[^1].P50)} en {months[^1]} ; dans huit tirages sur dix, de {Number(bands[^1].P10)} à {Number(bands[^1].P90)} à la fin.";

    private static double X(int i, int count) => Left + (count < 2 ? 0 : i * (Width - Left - Right) / (double)(count - 1));

    private static double Y(double value, double most) => Height - Bottom - (value / most * (Height - Top - Bottom));
}
