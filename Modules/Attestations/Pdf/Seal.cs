using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Anef.Attestations.Pdf;

/// <summary>The service's seal: an invisible signature over the whole file (PAdES, without a time stamp of a third party).</summary>
internal static class Seal
{
    private const int Room = 6144;
    private const string Range = "/ByteRange [0 0000000000 0000000000 0000000000]";
    private const string Contents = "/Contents <";

    /// <summary>The signature's dictionary, with room for what is computed last.</summary>
    public static string Dictionary(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture,
        $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:{at.UtcDateTime:yyyyMMddHHmmss}Z) {Range} {Contents}{new string('0', Room * 2)}> >>");

    /// <summary>Signs in place.</summary>
    /// <param name="from">Where to look for the dictionary: the start of the update.</param>
    public static void Sign(byte[] pdf, int from, X509Certificate2 certificate)
    {
        var range = from + pdf.AsSpan(from).IndexOf(Encoding.Latin1.GetBytes(Range));
        var start = range + pdf.AsSpan(range).IndexOf(Encoding.Latin1.GetBytes(Contents)) + Contents.Length - 1;
        var end = start + (Room * 2) + 2;
        Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"/ByteRange [0 {start:D10} {end:D10} {pdf.Length - end:D10}]"), pdf.AsSpan(range));
        var signed = new byte[pdf.Length - (end - start)];
        pdf.AsSpan(0, start).CopyTo(signed);
        pdf.AsSpan(end).CopyTo(signed.AsSpan(start));
        Encoding.Latin1.GetBytes(Convert.ToHexStringLower(Cms(signed, certificate)), pdf.AsSpan(start + 1));
    }

    private static byte[] Cms(byte[] signed, X509Certificate2 certificate)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1", "SHA256"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(SigningCertificate(certificate));
        var cms = new SignedCms(new ContentInfo(signed), detached: true);
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    /// <summary>Binds the signature to this certificate (RFC 5035, signing-certificate-v2).</summary>
    private static AsnEncodedData SigningCertificate(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        return new("1.2.840.113549.1.9.16.2.47", writer.Encode());
    }
}
