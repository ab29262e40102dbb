namespace Anef.Applications.StoreDocument;

/// <summary>Types told by the first bytes, whatever a name or a browser says.</summary>
internal static class MediaTypes
{
    public static string? Find(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith("%PDF-"u8) => "application/pdf",
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => "image/jpeg",
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) => "image/png",
        _ when head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) && IsHeic(head[8..12]) => "image/heic",
        _ => null,
    };

    private static bool IsHeic(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8);
}
