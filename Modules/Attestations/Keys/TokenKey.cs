using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Anef.Attestations.Keys;

/// <summary>A P-256 key that signs tokens, named after itself: the start of its RFC 7638 thumbprint.</summary>
internal sealed class TokenKey
{
    private const int NameLength = 11;
    private readonly ECDsa _key;

    private TokenKey(ECDsa key)
    {
        _key = key;
        var point = key.ExportParameters(false).Q;
        (X, Y) = (Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
        var canonical = $$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""";
        Kid = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))[..NameLength];
        Credentials = new(new ECDsaSecurityKey(key) { KeyId = Kid }, SecurityAlgorithms.EcdsaSha256);
    }

    public string Kid { get; }

    public SigningCredentials Credentials { get; }

    /// <summary>Coordinates of the public point, base64url.</summary>
    public string X { get; }

    public string Y { get; }

    public static TokenKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    public static TokenKey Read(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return new(key);
    }

    public string ToPem() => _key.ExportPkcs8PrivateKeyPem();
}
