using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Anef.Notifications.Letters;

/// <summary>A letter on A4, its address where the window of a French envelope shows it, and what it encloses behind.</summary>
internal sealed class LetterPdf : IDisposable
{
    private const double Millimetre = 72 / 25.4;
    private const double Left = 25 * Millimetre;
    private const double Right = 185 * Millimetre;
    private const double Bottom = 25 * Millimetre;
    private const double Height = 297 * Millimetre;
    private const double Size = 10.5;
    private const double Line = 15;

    private static readonly Lazy<(byte[] Regular, byte[] Bold)> Fonts = new(() => (Font("Regular"), Font("Bold")));

    private readonly PdfDocumentBuilder _pdf = new();
    private readonly PdfDocumentBuilder.AddedFont _regular;
    private readonly PdfDocumentBuilder.AddedFont _bold;
    private PdfPageBuilder _page;
    private double _y;

    private LetterPdf()
    {
        _regular = _pdf.AddTrueTypeFont(Fonts.Value.Regular);
        _bold = _pdf.AddTrueTypeFont(Fonts.Value.Bold);
        _page = _pdf.AddPage(PageSize.A4);
    }

    public static byte[] Of(LetterWords words, byte[]? enclosure)
    {
        using var letter = new LetterPdf();
        letter.Head(words);
        foreach (var line in words.Text.Split('\n')) letter.Write(line);
        if (enclosure is not null) letter.Enclose(enclosure);
        return letter._pdf.Build();
    }

    public void Dispose() => _pdf.Dispose();

    private void Head(LetterWords words)
    {
        Put(words.Sender, Left, 20, _bold);
        var line = 50.0;
        foreach (var part in words.Address.Split('\n'))
        {
            Put(part, 110 * Millimetre, line, _regular);
            line += 5;
        }
        Put(words.PlaceAndDate, 110 * Millimetre, 90, _regular);
        Put($"Objet : {words.Subject}", Left, 100, _bold);
        _y = Height - 112 * Millimetre;
    }

    /// <param name="top">Millimetres from the top of the page.</param>
    private void Put(string text, double x, double top, PdfDocumentBuilder.AddedFont font) =>
        _page.AddText(Printable.Glued(text), Size, new PdfPoint(x, Height - top * Millimetre), font);

    /// <summary>A line of text over as many lines of paper as it takes; an empty one is half a line.</summary>
    private void Write(string text)
    {
        if (text.Length == 0)
        {
            _y -= Line * 0.6;
            return;
        }
        var indent = text.StartsWith("- ", StringComparison.Ordinal) ? Width("- ") : 0;
        var first = true;
        foreach (var line in Broken(Printable.Glued(text), Right - Left - indent))
        {
            if (_y < Bottom) Turn();
            _page.AddText(line, Size, new PdfPoint(first ? Left : Left + indent, _y), _regular);
            _y -= Line;
            first = false;
        }
    }

    private void Turn()
    {
        _page = _pdf.AddPage(PageSize.A4);
        _y = Height - 25 * Millimetre;
    }

    private IEnumerable<string> Broken(string text, double width)
    {
        var line = "";
        foreach (var word in text.Split(' ').SelectMany(w => Pieces(w, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Width(longer) > width && line.Length > 0)
            {
                yield return line;
                line = word;
            }
            else line = longer;
        }
        if (line.Length > 0) yield return line;
    }

    /// <summary>A word, or what fits of one that is longer than a line.</summary>
    private IEnumerable<string> Pieces(string word, double width)
    {
        while (Width(word) > width)
        {
            var fits = word.Length - 1;
            while (fits > 1 && Width(word[..fits]) > width) fits--;
            yield return word[..fits];
            word = word[fits..];
        }
        yield return word;
    }

    /// <remarks>Where the last letter ends: a measured letter's own width is not to be trusted, it grows along the line.</remarks>
    private double Width(string text) => text.Length == 0 ? 0 : _page.MeasureText(text, Size, new PdfPoint(0, 0), _regular)[^1].EndBaseLine.X;

    private void Enclose(byte[] enclosure)
    {
        using var document = PdfDocument.Open(enclosure);
        for (var page = 1; page <= document.NumberOfPages; page++)
            _pdf.AddPage(document, page, new PdfDocumentBuilder.AddPageOptions { KeepAnnotations = false });
    }

    private static byte[] Font(string style)
    {
        using var stream = typeof(LetterPdf).Assembly.GetManifestResourceStream($"Fonts/LiberationSans-{style}.ttf")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

/// <summary>What stands on a letter.</summary>
internal sealed record LetterWords(string Sender, string Address, string PlaceAndDate, string Subject, string Text);
