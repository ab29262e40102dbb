using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Anef.SharedKernel.Security;

/// <summary>Believes in the certificates of one file and in no others; the name must match all the same.</summary>
/// <param name="file">PEM.</param>
public sealed class OwnAuthorities(string file)
{
    /// <summary>Whether the certificate is by one of them, for that name: as a mail client asks it.</summary>
    public bool Accept(object sender, X509Certificate? certificate, X509Chain? presented, SslPolicyErrors errors)
    {
        if (certificate is null || (errors & SslPolicyErrors.RemoteCertificateNameMismatch) != 0) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        // An authority of one's own seldom publishes what it revoked.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in presented?.ChainElements.ToList() ?? []) chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        using var server = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(server);
    }
}
