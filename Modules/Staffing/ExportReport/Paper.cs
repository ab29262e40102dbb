using PdfSharp.Drawing;
using PdfSharp.Drawing.Layout;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Anef.Staffing.ExportReport;

/// <summary>A4 sheets that are filled from top to bottom, with the structure that a screen reader follows.</summary>
internal sealed class Paper : IDisposable
{
    private const double Margin = 45;
    private const double Line = 14;
    private const double HeadLine = 34;
    private static readonly XFont Plain = new(Typefaces.Family, 9);
    private static readonly XFont Strong = new(Typefaces.Family, 9, XFontStyleEx.Bold);
    private static readonly XFont Title = new(Typefaces.Family, 16, XFontStyleEx.Bold);
    private static readonly XFont Subtitle = new(Typefaces.Family, 12, XFontStyleEx.Bold);
    private readonly PdfDocument _document = new();
    private readonly StructureBuilder _structure;
    private PdfPage _page = null!;
    private XGraphics _graphics = null!;
    private double _y;

    public Paper(string title)
    {
        (_document.Info.Title, _document.ViewerPreferences.DisplayDocTitle) = (title, true);
        var manager = UAManager.ForDocument(_document);
        manager.SetDocumentLanguage("fr-FR");
        _structure = manager.StructureBuilder;
        Turn();
    }

    private double Width => _page.Width.Point - (2 * Margin);

    private double Left => _page.Height.Point - Margin - _y;

    public void Heading(string words, bool first)
    {
        if (!first) Need(Line * 9);
        _y += first ? 0 : Line;
        _structure.BeginElement(first ? PdfBlockLevelElementTag.Heading1 : PdfBlockLevelElementTag.Heading2);
        Say(words, first ? Title : Subtitle, new(Margin, _y, Width, Line * 2));
        _structure.End();
        _y += Line * 2;
    }

    public void Text(string words)
    {
        _structure.BeginElement(PdfBlockLevelElementTag.Paragraph);
        Say(words, Plain, new(Margin, _y, Width, Line * 2));
        _structure.End();
        _y += Line * 2;
    }

    public void Picture(Chart chart)
    {
        var height = Width * chart.Height / Chart.Width;
        Need(height);
        using var stream = new MemoryStream(chart.Png());
        using var image = XImage.FromStream(stream);
        var place = new XRect(Margin, _y, Width, height);
        _structure.BeginElement(PdfIllustrationElementTag.Figure, chart.Words, place);
        _graphics.DrawImage(image, place);
        _structure.End();
        _y += height + Line;
    }

    /// <summary>The first column is words, the others are figures; the last row is the sum when there are several columns of figures.</summary>
    public void Table(IReadOnlyList<string> head, IReadOnlyList<string[]> rows)
    {
        var first = head.Count == 2 ? 90 : 110;
        var others = (Width - first) / (head.Count - 1);
        Need(HeadLine + (Line * 3));
        _structure.BeginElement(PdfBlockLevelElementTag.Table);
        Row(head, first, others, HeadLine, head: true);
        foreach (var row in rows)
        {
            Need(Line);
            Row(row, first, others, Line, head: false);
        }
        _structure.End();
        _y += Line;
    }

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        _document.Save(file);
        return file.ToArray();
    }

    public void Dispose()
    {
        _graphics.Dispose();
        _document.Dispose();
    }

    private void Row(IReadOnlyList<string> cells, double first, double others, double height, bool head)
    {
        _structure.BeginElement(PdfBlockLevelElementTag.TableRow);
        for (var i = 0; i < cells.Count; i++)
        {
            _structure.BeginElement(head || i == 0 ? PdfBlockLevelElementTag.TableHeaderCell : PdfBlockLevelElementTag.TableDataCell);
            var figures = i > 0 && cells.Count > 2;
            Say(cells[i], head ? Strong : Plain, new(i == 0 ? Margin : Margin + first + ((i - 1) * others), _y, (i == 0 ? first : others) - 4, height), figures);
            _structure.End();
        }
        _structure.End();
        _y += height;
    }

    private void Say(string words, XFont font, XRect place, bool right = false) =>
        new XTextFormatter(_graphics) { Alignment = right ? XParagraphAlignment.Right : XParagraphAlignment.Left }.DrawString(words, font, XBrushes.Black, place);

    private void Need(double height)
    {
        if (Left < height) Turn();
    }

    private void Turn()
    {
        _graphics?.Dispose();
        _page = _document.AddPage();
        _page.Size = PdfSharp.PageSize.A4;
        _graphics = XGraphics.FromPdfPage(_page);
        _y = Margin;
    }
}
