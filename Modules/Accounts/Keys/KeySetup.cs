using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Anef.Accounts.Settings;
using Anef.SharedKernel.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Accounts.Keys;

internal static class KeySetup
{
    public static void AddKeys(this IServiceCollection services, AccountOptions settings)
    {
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new KeyRing(scopes));
        var keys = services.AddDataProtection().SetApplicationName("Anef");
        if (settings.KeysCertificate is { Length: > 0 } file) keys.ProtectKeysWithCertificate(Read(file, settings.KeysPassword));
    }

    private static X509Certificate2 Read(string file, string? password)
    {
        try { return X509CertificateLoader.LoadPkcs12FromFile(file, password); }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SettingFault("Accounts:KeysCertificate", $"le certificat « {file} » ne peut pas être lu ({fault.Message}).");
        }
    }
}
