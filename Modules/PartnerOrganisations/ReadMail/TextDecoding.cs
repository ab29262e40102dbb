using System.Text;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Bytes to text: by their mark, by what is declared where it holds, else by what they look like.</summary>
internal static class TextDecoding
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="declared">The charset that the mail names; null when it names none.</param>
    /// <param name="fellBack">What was declared is unknown or untrue.</param>
    public static string Decode(byte[] bytes, string? declared, out bool fellBack)
    {
        fellBack = false;
        if (Marked(bytes) is { } marked) return Fold.Clean(marked);
        if (declared is { Length: > 0 } && Named(declared) is { } named && Strict(named, bytes) is { } text) return Fold.Clean(text);
        fellBack = declared is { Length: > 0 };
        return Fold.Clean(LooksLikeUtf16(bytes) is { } utf16 ? utf16.GetString(bytes) : Strict(Encoding.UTF8, bytes) ?? Windows1252.GetString(bytes));
    }

    private static string? Marked(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
        _ => null,
    };

    /// <summary>Windows writes its own signs under the name of Latin 1, which has none in their place.</summary>
    private static Encoding? Named(string charset)
    {
        var name = charset.Trim().Trim('"').ToLowerInvariant();
        if (name is "iso-8859-1" or "latin1" or "windows-1252" or "cp1252") return Windows1252;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Strict(Encoding encoding, byte[] bytes)
    {
        try
        {
            // A copy: encodings that are not of the platform itself are not found again by their number.
            var strict = (Encoding)encoding.Clone();
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            return strict.GetString(bytes);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return encoding == Windows1252 ? encoding.GetString(bytes) : null;
        }
    }

    /// <summary>Western text without a mark: every second byte of its beginning is zero.</summary>
    private static Encoding? LooksLikeUtf16(byte[] bytes)
    {
        var looked = Math.Min(bytes.Length, 400) / 2 * 2;
        if (looked < 4) return null;
        var (even, odd) = (0, 0);
        for (var i = 0; i < looked; i += 2) (even, odd) = (even + (bytes[i] == 0 ? 1 : 0), odd + (bytes[i + 1] == 0 ? 1 : 0));
        return odd > looked * 0.3 && even == 0 ? Encoding.Unicode : even > looked * 0.3 && odd == 0 ? Encoding.BigEndianUnicode : null;
    }
}
