using Microsoft.Playwright;

namespace Anef.Tests.Browser;

/// <summary>Files that people have on their devices.</summary>
internal static class Papers
{
    /// <summary>A photograph, of so many bytes.</summary>
    public static FilePayload Photograph(int size = 200_000, string name = "photo.jpg")
    {
        byte[] start = [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 2, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0];
        return new() { Name = name, MimeType = "image/jpeg", Buffer = [.. start, .. Enumerable.Range(0, size).Select(i => (byte)(i % 251)), 0xFF, 0xD9] };
    }

    /// <summary>Something that is no document at all.</summary>
    public static FilePayload Program { get; } = new() { Name = "passeport.exe", MimeType = "application/octet-stream", Buffer = [.. "MZ"u8, .. new byte[2000]] };

    /// <summary>Called a PDF, and none.</summary>
    public static FilePayload NoPdf { get; } = new() { Name = "bail.pdf", MimeType = "application/pdf", Buffer = [.. "<html>not at all</html>"u8] };
}
