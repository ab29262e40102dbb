using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Anef.Benchmarks;

/// <summary>One detached CMS signature over bytes.</summary>
internal static class SignatureFloor
{
    public static byte[] Sign(byte[] bytes, X509Certificate2 seal)
    {
        var cms = new SignedCms(new ContentInfo(bytes), detached: true);
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, seal) { DigestAlgorithm = new("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly });
        return cms.Encode();
    }
}
