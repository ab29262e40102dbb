using System.Globalization;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Graphics.Operations.PathConstruction;
using UglyToad.PdfPig.Graphics.Operations.PathPainting;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

namespace Anef.Attestations.Pdf;

/// <summary>Paper: A4 pages on which marked text and ornaments are put, from top to bottom.</summary>
internal sealed class Sheet : IDisposable
{
    public const double Millimetre = 72 / 25.4;
    public const double Left = 18 * Millimetre;
    public const double Right = 192 * Millimetre;

    private const double Top = 842 - (15 * Millimetre);
    private const double Bottom = 13 * Millimetre;
    private static readonly NameToken MarkName = NameToken.Create("MCID");

    private readonly PdfDocumentBuilder _pdf = new() { ArchiveStandard = PdfAStandard.A2A };
    private readonly Dictionary<Typeface, PdfDocumentBuilder.AddedFont> _fonts = [];
    private readonly List<int> _marks = [];
    private PdfPageBuilder _page = null!;

    public Sheet(string title, DateTimeOffset at)
    {
        _pdf.DocumentInformation.Title = title;
        _pdf.DocumentInformation.Producer = "Anef";
        _pdf.DocumentInformation.CreationDate = string.Create(CultureInfo.InvariantCulture, $"D:{at.UtcDateTime:yyyyMMddHHmmss}Z");
        _pdf.XmpMetadata = Metadata.Of(title, at);
        foreach (var face in new[] { Typeface.Regular, Typeface.Bold }) _fonts[face] = _pdf.AddTrueTypeFont(face.Bytes);
        Turn();
    }

    public Tag Document { get; } = new("Document");

    /// <summary>Height of the next line's top, in points from the bottom of the page.</summary>
    public double Y { get; set; }

    private List<IGraphicsStateOperation> Operations => _page.CurrentStream.Operations;

    /// <summary>Turns the page unless so many points are left on this one.</summary>
    public void Need(double height)
    {
        if (Y - height < Bottom) Turn();
    }

    public void Put(Tag tag, string text, double x, double baseline, Typeface face, double size)
    {
        var page = _marks.Count - 1;
        var mark = _marks[page]++;
        tag.Marks.Add((page, mark));
        Operations.Add(new BeginMarkedContentWithProperties(NameToken.Create(tag.Role), new DictionaryToken(new Dictionary<NameToken, IToken> { [MarkName] = new NumericToken(mark) })));
        _page.AddText(text, size, new PdfPoint(x, baseline), _fonts[face]);
        Operations.Add(EndMarkedContent.Value);
    }

    /// <summary>Black squares of a figure.</summary>
    public void Fill(Tag tag, IEnumerable<PdfRectangle> squares)
    {
        var page = _marks.Count - 1;
        var mark = _marks[page]++;
        tag.Marks.Add((page, mark));
        Operations.Add(new BeginMarkedContentWithProperties(NameToken.Create(tag.Role), new DictionaryToken(new Dictionary<NameToken, IToken> { [MarkName] = new NumericToken(mark) })));
        Operations.AddRange(squares.Select(s => new AppendRectangle(s.Left, s.Bottom, s.Width, s.Height)));
        Operations.Add(FillPathNonZeroWinding.Value);
        Operations.Add(EndMarkedContent.Value);
    }

    /// <summary>A frame that says nothing by itself, below the current height.</summary>
    /// <param name="shade">From 0, black, to 255, white.</param>
    /// <param name="line">Points; 0 for none.</param>
    public void Frame(double height, byte shade, double line)
    {
        Operations.Add(new BeginMarkedContent(NameToken.Create("Artifact")));
        var corner = new PdfPoint(Left, Y - height);
        if (shade < byte.MaxValue) _page.SetTextAndFillColor(shade, shade, shade).SetStrokeColor(shade, shade, shade).DrawRectangle(corner, Right - Left, height, 0.1, true).ResetColor().ResetColor();
        if (line > 0) _page.DrawRectangle(corner, Right - Left, height, line, false);
        Operations.Add(EndMarkedContent.Value);
    }

    /// <summary>A thin line across, at the current height.</summary>
    public void Rule()
    {
        Operations.Add(new BeginMarkedContent(NameToken.Create("Artifact")));
        _page.DrawLine(new PdfPoint(Left, Y), new PdfPoint(Right, Y), 0.4);
        Operations.Add(EndMarkedContent.Value);
    }

    public byte[] Build() => _pdf.Build();

    public void Dispose() => _pdf.Dispose();

    private void Turn()
    {
        _page = _pdf.AddPage(PageSize.A4);
        _marks.Add(0);
        Y = Top;
    }
}
