using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Anef.Tests.Mail.Server;

/// <summary>An authority of two days and the server's certificate by it.</summary>
internal static class Certificates
{
    public static async Task Write(string folder)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var authorityKey = RSA.Create(2048);
        var authority = new CertificateRequest("CN=Anef test authority", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authority.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        using var root = authority.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));

        using var serverKey = RSA.Create(2048);
        var server = new CertificateRequest("CN=localhost", serverKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        server.CertificateExtensions.Add(names.Build());
        server.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var leaf = server.Create(root, now.AddDays(-1), now.AddDays(1), [1, 2, 3]);

        await File.WriteAllTextAsync(Path.Combine(folder, "ca.pem"), root.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "server.pem"), leaf.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "server.key"), serverKey.ExportPkcs8PrivateKeyPem());
    }
}
