using System.Text;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>What a file is by its content; what it is called or said to be proves nothing.</summary>
internal enum FileKind
{
    Pdf,
    Jpeg,
    Png,
    Heic,

    /// <summary>A zip: perhaps a workbook.</summary>
    Zip,

    Json,

    /// <summary>Perhaps a table.</summary>
    Text,

    Other,
}

internal static class FileKinds
{
    private static readonly string[] Photographs = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];
    private static readonly string[] Texts = [".csv", ".tsv", ".txt", ".tab"];

    /// <summary>PDF readers look for the mark in the first kilobyte.</summary>
    private const int PdfMarkWithin = 1024;

    public static FileKind Of(Attached file) => file.Content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
        [(byte)'P', (byte)'K', 3, 4, ..] => FileKind.Zip,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', _, _, _, _, ..] when Photographs.Contains(Encoding.ASCII.GetString(file.Content, 8, 4)) => FileKind.Heic,
        _ when file.Content.AsSpan(0, Math.Min(file.Content.Length, PdfMarkWithin)).IndexOf("%PDF-"u8) >= 0 => FileKind.Pdf,
        _ => Written(file),
    };

    /// <summary>As documents are kept; null for what is none.</summary>
    public static string? MediaType(FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Heic => "image/heic",
        _ => null,
    };

    private static FileKind Written(Attached file)
    {
        var ending = Path.GetExtension(file.Name).ToLowerInvariant();
        if (ending == ".json" || file.MediaType is "application/json") return FileKind.Json;
        return Texts.Contains(ending) || file.MediaType is "text/csv" or "text/plain" or "text/tab-separated-values" ? FileKind.Text : FileKind.Other;
    }
}
