using System.Text.RegularExpressions;
using ScottPlot;

namespace Anef.Staffing.ExportReport;

/// <summary>A chart, and its words for whoever does not see it.</summary>
internal sealed partial record Chart(string Name, string Title, string Words, Plot Plot, int Height)
{
    public const int Width = 720;
    private const int Fine = 2;

    /// <summary>For paper: twice as fine as a screen.</summary>
    public byte[] Png()
    {
        Plot.ScaleFactor = Fine;
        var bytes = Plot.GetImage(Width * Fine, Height * Fine).GetImageBytes();
        Plot.ScaleFactor = 1;
        return bytes;
    }

    /// <summary>For a page: as wide as there is room, its names its own among several on one page, in the page's letters where it has them.</summary>
    public string Svg()
    {
        var drawn = Plot.GetSvgXml(Width, Height);
        drawn = drawn[drawn.IndexOf("<svg", StringComparison.Ordinal)..];
        drawn = Size().Replace(drawn, $"viewBox=\"0 0 {Width} {Height}\" aria-hidden=\"true\" focusable=\"false\"", 1);
        drawn = Named().Replace(drawn, $"${{before}}{Name}-");
        return drawn.Replace($"font-family=\"{Typefaces.Family}\"", $"font-family=\"{Typefaces.Family}, Arial, sans-serif\"", StringComparison.Ordinal);
    }

    [GeneratedRegex("width=\"[0-9.]+\" height=\"[0-9.]+\"")]
    private static partial Regex Size();

    [GeneratedRegex("(?<before> id=\"|url\\(#|xlink:href=\"#)")]
    private static partial Regex Named();
}
