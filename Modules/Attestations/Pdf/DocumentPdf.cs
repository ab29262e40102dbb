using System.Security.Cryptography.X509Certificates;

namespace Anef.Attestations.Pdf;

/// <summary>A document's words as a file: PDF/A-2a, tagged, signed. The same words make the same bytes.</summary>
internal static class DocumentPdf
{
    /// <param name="link">What the code opens.</param>
    /// <param name="at">Instant of issue, which is also the signature's.</param>
    public static byte[] Of(DocumentText text, string link, DateTimeOffset at, X509Certificate2 seal)
    {
        using var sheet = new Sheet(text.Heading, at);
        new DocumentLayout(sheet, text, new QrCode(link)).Draw();
        var pdf = sheet.Build();
        var whole = Complete(pdf, sheet.Document, at);
        Seal.Sign(whole, pdf.Length, seal);
        return whole;
    }

    /// <summary>Adds what PdfPig does not write: language, structure, and the field of an invisible signature.</summary>
    private static byte[] Complete(byte[] pdf, Tag document, DateTimeOffset at)
    {
        var update = new PdfUpdate(pdf);
        var pages = update.Pages;
        var structure = new Structure(update, pages).Write(document);
        var (signature, field) = (update.Reserve(), update.Reserve());
        update.Set(signature, Seal.Dictionary(at));
        update.Set(field, $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Cachet) /TU {PdfUpdate.Text("Cachet électronique du service")} /V {signature} 0 R /F 132 /Rect [0 0 0 0] /P {pages[0]} 0 R >>");
        update.Set(update.Root, PdfUpdate.With(
            update.Body(update.Root).Replace("/StructTreeRoot <</Type /StructTreeRoot >>", $"/StructTreeRoot {structure} 0 R", StringComparison.Ordinal),
            $"/Lang (fr) /ViewerPreferences << /DisplayDocTitle true >> /AcroForm << /Fields [{field} 0 R] /SigFlags 3 >>"));
        for (var page = 0; page < pages.Count; page++)
            update.Set(pages[page], PdfUpdate.With(update.Body(pages[page]), $"/StructParents {page} /Tabs /S{(page == 0 ? $" /Annots [{field} 0 R]" : "")}"));
        return update.Finish();
    }
}
