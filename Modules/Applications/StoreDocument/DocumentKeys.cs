using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Anef.Applications.StoreDocument;

/// <summary>The keys of documents: each has its own, wrapped under a ring that makes itself a new key every ninety days and forgets none.</summary>
/// <remarks>A ring of its own, and not the one of the host's cookies, which may be thrown away at any time.</remarks>
internal sealed class DocumentKeys : IDisposable
{
    private const int KeyBytes = 32;
    private readonly ServiceProvider _ring;
    private readonly IPersistedDataProtector _protector;

    public DocumentKeys(IOptions<DocumentStoreOptions> options)
    {
        var services = new ServiceCollection();
        var ring = services.AddDataProtection().SetApplicationName("Anef").PersistKeysToFileSystem(new(Path.GetFullPath(options.Value.DocumentKeysFolder)));
        if (options.Value.DocumentKeysCertificate is { } file)
            ring.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(Path.GetFullPath(file), options.Value.DocumentKeysCertificatePassword));
        _ring = services.BuildServiceProvider();
        _protector = (IPersistedDataProtector)_ring.GetRequiredService<IDataProtectionProvider>().CreateProtector("Anef.Applications.Documents.v1");
    }

    /// <summary>A new key, wrapped.</summary>
    public string Make() => Convert.ToBase64String(_protector.Protect(RandomNumberGenerator.GetBytes(KeyBytes)));

    public byte[] Unwrap(string wrapped) => _protector.DangerousUnprotect(Convert.FromBase64String(wrapped), ignoreRevocationErrors: true, out _, out _);

    /// <summary>The same key under the newest of the ring; null when it is already.</summary>
    public string? WrapAgain(string wrapped)
    {
        var key = _protector.DangerousUnprotect(Convert.FromBase64String(wrapped), ignoreRevocationErrors: true, out var outdated, out _);
        return outdated ? Convert.ToBase64String(_protector.Protect(key)) : null;
    }

    /// <summary>Gives the ring a new key now. The ring goes by the machine's clock, whatever the program's says.</summary>
    public void Renew()
    {
        var now = TimeProvider.System.GetUtcNow();
        _ring.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));
    }

    public void Dispose() => _ring.Dispose();
}
