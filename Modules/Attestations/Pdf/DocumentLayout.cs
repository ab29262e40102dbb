using static Anef.Attestations.Pdf.Sheet;

namespace Anef.Attestations.Pdf;

/// <summary>Puts a document's words on paper.</summary>
internal sealed class DocumentLayout(Sheet sheet, DocumentText text, QrCode code)
{
    private const double Body = 9.7;
    private const double Small = 8;
    private const double CodeSize = 45 * Millimetre;
    private const double Padding = 2.5 * Millimetre;
    private const double LabelWidth = 36 * Millimetre;
    private const double Air = 2.6 * Millimetre;
    private const byte Pale = 240;

    public void Draw()
    {
        Head();
        if (text.Warning is { } warning) Box([(sheet.Document.Add("P"), warning, Typeface.Bold, 11.5)], byte.MaxValue, 2);
        Box([
            (sheet.Document.Add("H2"), "En clair", Typeface.Bold, 10.5),
            (sheet.Document.Add("P"), text.Plain, Typeface.Regular, Body),
            (sheet.Document.Add("P", language: "en"), $"In English: {text.English}", Typeface.Regular, Body),
        ], Pale, 0);
        foreach (var table in new[] { text.Holder, text.Request, text.Rights }) Draw(table);
        Box([(sheet.Document.Add("H2"), text.RefusedTitle, Typeface.Bold, 10.5), (sheet.Document.Add("P"), text.Refused, Typeface.Regular, Body)], byte.MaxValue, 0.6);
        Paragraph(sheet.Document.Add("P"), text.Issued, Typeface.Regular, Small, Left, Right - Left);
    }

    /// <summary>Who, what, until when; beside it the code that anybody can check.</summary>
    private void Head()
    {
        var top = sheet.Y;
        var width = Right - Left - CodeSize - (6 * Millimetre);
        Paragraph(sheet.Document.Add("P"), text.Issuer, Typeface.Regular, 10, Left, width);
        sheet.Y -= 3 * Millimetre;
        Paragraph(sheet.Document.Add("H1"), text.Title, Typeface.Bold, 16, Left, width);
        sheet.Y -= 2 * Millimetre;
        Paragraph(sheet.Document.Add("P"), $"N° {text.Number}", Typeface.Bold, 13, Left, width);
        sheet.Y -= 1.5 * Millimetre;
        Paragraph(sheet.Document.Add("P"), text.Validity, Typeface.Bold, 11.5, Left, width);
        var bottom = sheet.Y;
        sheet.Y = top;
        sheet.Fill(sheet.Document.Add("Figure", alternative: $"Code carré : il ouvre la vérification de l’attestation {text.Number}"), code.Squares(Right - CodeSize, top - CodeSize, CodeSize));
        sheet.Y = top - CodeSize - (1 * Millimetre);
        Paragraph(sheet.Document.Add("P"), "Pour vérifier : photographier ce code, ou donner le numéro sur " + text.CheckAt, Typeface.Regular, 7, Right - CodeSize, CodeSize);
        sheet.Y = Math.Min(bottom, sheet.Y) - Air;
    }

    private void Box(IReadOnlyList<(Tag Tag, string Text, Typeface Face, double Size)> parts, byte shade, double line)
    {
        var width = Right - Left - (2 * Padding);
        var height = parts.Sum(p => Lines.Of(p.Text, width, p.Face, p.Size).Count * Leading(p.Size)) + (2 * Padding);
        sheet.Need(height);
        sheet.Frame(height, shade, line);
        sheet.Y -= Padding;
        foreach (var part in parts) Paragraph(part.Tag, part.Text, part.Face, part.Size, Left + Padding, width);
        sheet.Y -= Padding + Air;
    }

    private void Draw(Table table)
    {
        sheet.Need(4 * Leading(Body));
        Paragraph(sheet.Document.Add("H2"), table.Heading, Typeface.Bold, 10.5, Left, Right - Left);
        sheet.Rule();
        sheet.Y -= 1 * Millimetre;
        var whole = sheet.Document.Add("Table");
        foreach (var row in table.Rows)
        {
            var lines = Lines.Of(row.Value, Right - Left - LabelWidth, Typeface.Regular, Body);
            sheet.Need(lines.Count * Leading(Body));
            var cells = whole.Add("TR");
            var top = sheet.Y;
            Paragraph(cells.Add("TH"), row.Label, Typeface.Bold, Body, Left, LabelWidth - Padding);
            var below = sheet.Y;
            sheet.Y = top;
            Write(cells.Add("TD"), lines, Typeface.Regular, Body, Left + LabelWidth);
            sheet.Y = Math.Min(below, sheet.Y);
        }
        sheet.Y -= Air;
    }

    private void Paragraph(Tag tag, string words, Typeface face, double size, double x, double width) =>
        Write(tag, Lines.Of(words, width, face, size), face, size, x);

    private void Write(Tag tag, List<string> lines, Typeface face, double size, double x)
    {
        foreach (var line in lines)
        {
            sheet.Need(Leading(size));
            sheet.Put(tag, line, x, sheet.Y - size, face, size);
            sheet.Y -= Leading(size);
        }
    }

    private static double Leading(double size) => size * 1.27;
}
