using System.IO.Compression;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Looks at a zip before anybody opens it as a workbook.</summary>
internal static class ExcelPackage
{
    private static readonly string[] Programs = ["vbaproject.bin", "vbadata.xml", "macrosheets/", "activex/", "embeddings/"];

    /// <exception cref="MailFault">A bomb, macros, or no workbook.</exception>
    public static void Check(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            Check(zip, content.Length);
        }
        catch (Exception e) when (e is not MailFault and not OutOfMemoryException)
        {
            // A damaged zip shows wherever it is touched, in many ways.
            throw new MailFault("unreadable");
        }
    }

    private static void Check(ZipArchive zip, int packed)
    {
        if (zip.Entries.Count > MailLimits.WorkbookParts) throw new MailFault("zipBomb");
        if (zip.Entries.Any(e => Array.Exists(Programs, p => e.FullName.Contains(p, StringComparison.OrdinalIgnoreCase)))) throw new MailFault("macros");
        Unpack(zip, packed);
        if (!zip.Entries.Any(e => e.FullName.Equals("xl/workbook.xml", StringComparison.OrdinalIgnoreCase))) throw new MailFault("type");
    }

    /// <summary>What the list of parts says of their sizes may be untrue: they are counted.</summary>
    private static void Unpack(ZipArchive zip, int packed)
    {
        var total = 0L;
        var buffer = new byte[64 * 1024];
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            var first = true;
            for (int read; (read = part.Read(buffer)) > 0; first = false)
            {
                total += read;
                if (total > MailLimits.Unpacked || (total > MailLimits.RatioFrom && total / MailLimits.Ratio > packed)) throw new MailFault("zipBomb");
                if (first && IsTypes(entry) && System.Text.Encoding.UTF8.GetString(buffer, 0, read).Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)) throw new MailFault("macros");
            }
        }
    }

    private static bool IsTypes(ZipArchiveEntry entry) => entry.FullName.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase);
}
