using System.Security.Cryptography.X509Certificates;
using Anef.Attestations.Settings;

namespace Anef.Attestations.Keys;

/// <summary>The keys in force: the newest signs, all stay published, so that old documents stay verifiable.</summary>
/// <remarks>Keys are made when first wanted. A rotation by another program on the same folder is seen at the next signature.</remarks>
internal sealed class KeyRing(DocumentOptions options, TimeProvider clock)
{
    private const string TokenKind = "token";
    private const string SealKind = "seal";

    private readonly KeyFolder _folder = new(options.KeysFolder);
    private readonly Lock _gate = new();
    private Ring? _ring;

    public TokenKey Token => Keys[^1];

    public X509Certificate2 Seal => Current().Seal;

    /// <summary>Every token key there ever was, oldest first.</summary>
    public IReadOnlyList<TokenKey> Keys => Current().Tokens;

    /// <summary>Makes a new key for tokens and a new certificate, which sign from now on.</summary>
    public void Rotate()
    {
        lock (_gate)
        {
            _folder.Add(TokenKind, _folder.Read(TokenKind).Count, TokenKey.Create().ToPem());
            _folder.Add(SealKind, _folder.Read(SealKind).Count, SealCertificate.Create(clock.GetUtcNow()));
        }
    }

    private Ring Current()
    {
        if (_ring is { } known && known.ReadAt == _folder.ChangedAt) return known;
        lock (_gate) return _ring = Load();
    }

    private Ring Load()
    {
        if (_folder.Read(TokenKind).Count == 0) _folder.Add(TokenKind, 0, TokenKey.Create().ToPem());
        if (_folder.Read(SealKind).Count == 0) _folder.Add(SealKind, 0, SealCertificate.Create(clock.GetUtcNow()));
        // Taken before the files are read: what comes in between is seen next time.
        var readAt = _folder.ChangedAt;
        return new(readAt, [.. _folder.Read(TokenKind).Select(TokenKey.Read)], SealCertificate.Read(_folder.Read(SealKind)[^1]));
    }

    private sealed record Ring(DateTime ReadAt, IReadOnlyList<TokenKey> Tokens, X509Certificate2 Seal);
}
