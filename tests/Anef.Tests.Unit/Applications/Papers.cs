using System.Text;

namespace Anef.Tests.Unit.Applications;

/// <summary>Documents as people send them, whole and broken, made on the spot.</summary>
internal static class Papers
{
    /// <summary>One page, with a classic table of what is where.</summary>
    /// <param name="words">Told apart by it.</param>
    /// <param name="size">Filled up with a comment to that size.</param>
    public static byte[] Pdf(string words = "preuve de vie commune", int? size = null, string trailer = "")
    {
        var body = new StringBuilder($"%PDF-1.4\n% {words}\n");
        var starts = new List<int>();
        void Object(string content)
        {
            starts.Add(body.Length);
            body.Append(System.Globalization.CultureInfo.InvariantCulture, $"{starts.Count} 0 obj\n{content}\nendobj\n");
        }
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>");
        if (trailer.Length > 0) Object("<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + new string('a', 64) + "> /U <" + new string('b', 64) + "> >>");
        string End(int at) => $"xref\n0 {starts.Count + 1}\n0000000000 65535 f \n{string.Concat(starts.Select(s => $"{s:D10} 00000 n \n"))}trailer\n<< /Size {starts.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{at}\n%%EOF\n";
        if (size is { } whole)
        {
            var fill = whole - body.Length - End(body.Length).Length - 2;
            for (var again = 0; again < 2; again++) fill = whole - body.Length - End(body.Length + fill + 2).Length - 2;
            body.Append('%').Append('x', fill).Append('\n');
        }
        body.Append(End(body.Length));
        return Encoding.Latin1.GetBytes(body.ToString());
    }

    /// <summary>One that nobody opens without a word that nobody has.</summary>
    public static byte[] LockedPdf() => Pdf(trailer: "/Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]");

    /// <summary>Two dots wide, by its structure.</summary>
    public static byte[] Jpeg() =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 2, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xFF, 0xD9,
    ];

    public static byte[] Png() =>
    [
        0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 2, .. "IDAT"u8, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0, 0, 0, 0,
    ];

    public static byte[] Heic(string brand = "heic") =>
    [
        0, 0, 0, 24, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0, .. "mif1heic"u8,
        0, 0, 0, 12, .. "meta"u8, 0, 0, 0, 0, 0, 0, 0, 12, .. "mdat"u8, 1, 2, 3, 4,
    ];
}
