using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Anef.Attestations.Keys;

/// <summary>The certificate that signs PDF files. Self-signed: an operator may add another as a further generation.</summary>
/// <remarks>RSA with PKCS #1 v1.5, because the same document then has the same signature, byte for byte.</remarks>
internal static class SealCertificate
{
    private const int Bits = 2048;
    private const int YearsBefore = 2;
    private const int YearsAfter = 20;

    public static string Create(DateTimeOffset now)
    {
        using var key = RSA.Create(Bits);
        var request = new CertificateRequest("CN=Anef - cachet des attestations", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        // A document bears its day of issue, which may come before the first start: after an import, or in a demonstration.
        using var certificate = request.CreateSelfSigned(now.AddYears(-YearsBefore), now.AddYears(YearsAfter));
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    public static X509Certificate2 Read(string pem) => X509Certificate2.CreateFromPem(pem, pem);
}
