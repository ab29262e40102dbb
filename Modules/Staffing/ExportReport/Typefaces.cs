using ScottPlot;
using SkiaSharp;

namespace Anef.Staffing.ExportReport;

/// <summary>The typeface of charts and of paper: what the machine has installed does not matter.</summary>
internal sealed class Typefaces : IFontResolver, PdfSharp.Fonts.IFontResolver
{
    public const string Family = "Liberation Sans";
    private const string Regular = "LiberationSans-Regular.ttf";
    private const string Bold = "LiberationSans-Bold.ttf";
    private static readonly Lazy<bool> Ready = new(() =>
    {
        var typefaces = new Typefaces();
        Fonts.FontResolvers.Insert(0, typefaces);
        PdfSharp.Fonts.GlobalFontSettings.FontResolver = typefaces;
        return true;
    });

    /// <summary>Both libraries keep their typefaces for the whole program: they are told once.</summary>
    public static void Prepare() => _ = Ready.Value;

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => CreateTypeface(fontName, weight >= FontWeight.Bold, slant != FontSlant.Upright);

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic)
    {
        if (fontName != Family) return null;
        using var data = SKData.CreateCopy(GetFont(bold ? Bold : Regular));
        return SKTypeface.FromData(data);
    }

    public PdfSharp.Fonts.FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) => new(bold ? Bold : Regular);

    public byte[] GetFont(string faceName)
    {
        using var stream = typeof(Typefaces).Assembly.GetManifestResourceStream(faceName)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
