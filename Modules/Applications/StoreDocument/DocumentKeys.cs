using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Anef.Applications.StoreDocument;

/// <summary>The keys of documents: each has its own, wrapped under a ring that makes itself a new key every ninety days and forgets none.</summary>
/// <remarks>A ring of its own, and not the one of the host's cookies, which may be thrown away at any time.</remarks>
internal sealed class DocumentKeys(IOptions<DocumentStoreOptions> options)
{
    private const int KeyBytes = 32;
    private volatile Lazy<Ring> _ring = new(() => Ring.Open(options.Value));

    /// <summary>A new key, wrapped.</summary>
    public string Make() => Convert.ToBase64String(_ring.Value.Protector.Protect(RandomNumberGenerator.GetBytes(KeyBytes)));

    public byte[] Unwrap(string wrapped) => _ring.Value.Protector.DangerousUnprotect(Convert.FromBase64String(wrapped), ignoreRevocationErrors: true, out _, out _);

    /// <summary>The same key under the newest of the ring; null when it is already.</summary>
    public string? WrapAgain(string wrapped)
    {
        var key = _ring.Value.Protector.DangerousUnprotect(Convert.FromBase64String(wrapped), ignoreRevocationErrors: true, out var outdated, out _);
        return outdated ? Convert.ToBase64String(_ring.Value.Protector.Protect(key)) : null;
    }

    /// <summary>Gives the ring a new key now. The ring goes by the machine's clock, whatever the program's says.</summary>
    public void Renew()
    {
        var now = TimeProvider.System.GetUtcNow();
        _ring.Value.Keys.CreateNewKey(now, now.AddDays(90));
        // The ring that is open would go on with the old key for a while.
        _ring = new(() => Ring.Open(options.Value));
    }

    private sealed record Ring(IKeyManager Keys, IPersistedDataProtector Protector)
    {
        public static Ring Open(DocumentStoreOptions options)
        {
            var services = new ServiceCollection();
            var ring = services.AddDataProtection().SetApplicationName("Anef").PersistKeysToFileSystem(new(Path.GetFullPath(options.DocumentKeysFolder)));
            if (options.DocumentKeysCertificate is { } file)
                ring.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(Path.GetFullPath(file), options.DocumentKeysCertificatePassword));
            var provider = services.BuildServiceProvider();
            return new(provider.GetRequiredService<IKeyManager>(), (IPersistedDataProtector)provider.GetRequiredService<IDataProtectionProvider>().CreateProtector("Anef.Applications.Documents.v1"));
        }
    }
}
