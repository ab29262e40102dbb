using Anef.SharedKernel.Rules;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace Anef.Applications.StoreDocument;

/// <summary>What a file is, told by its content: its beginning says what it claims to be, the rest whether it is.</summary>
internal static class DocumentChecks
{
    /// <returns>The media type.</returns>
    /// <exception cref="RuleBroken">It is none of those that are accepted, or a damaged one.</exception>
    public static string TypeOf(Stream content)
    {
        if (content.Length == 0) throw new RuleBroken("applications.document-empty", "Le document est vide : choisissez-le de nouveau.");
        Span<byte> head = stackalloc byte[12];
        content.Position = 0;
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var type = MediaTypes.Find(head[..read])
            ?? throw new RuleBroken("applications.document-type", "Ce fichier n'est ni un PDF ni une photographie (JPEG, PNG, HEIC), quel que soit son nom. Choisissez-en un autre, ou photographiez le document.");
        content.Position = 0;
        if (type == "application/pdf") OpenPdf(content);
        else if (!IsWhole(type, content))
            throw new RuleBroken("applications.document-damaged", "Cette photographie est incomplète ou abîmée : elle ne peut pas être ouverte. Reprenez-la, ou envoyez-la de nouveau.");
        content.Position = 0;
        return type;
    }

    private static bool IsWhole(string type, Stream content) => type switch
    {
        "image/jpeg" => Photographs.IsJpeg(content),
        "image/png" => Photographs.IsPng(content),
        _ => Photographs.IsHeic(content),
    };

    private static void OpenPdf(Stream content)
    {
        try
        {
            using var pdf = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            if (pdf.NumberOfPages > 0 && pdf.GetPage(1) is not null) return;
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new RuleBroken("applications.document-locked", "Ce PDF est protégé par un mot de passe : personne ne pourrait le lire. Enregistrez-le sans mot de passe, ou envoyez une photographie.");
        }
        // A file that pretends may fail in any way: the library was written for those that do not.
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
        {
            throw NotOne();
        }
        throw NotOne();
    }

    private static RuleBroken NotOne() =>
        new("applications.document-not-pdf", "Ce fichier porte le nom d'un PDF mais ne s'ouvre pas comme un PDF. Enregistrez-le de nouveau, ou photographiez le document.");
}
