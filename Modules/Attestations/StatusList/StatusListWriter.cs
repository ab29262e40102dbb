using System.IO.Compression;
using Anef.Attestations.Keys;
using Anef.Attestations.Settings;
using Anef.Attestations.Token;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Anef.Attestations.StatusList;

/// <summary>States of a list, in two bits each, as the IETF's Token Status List numbers them.</summary>
internal enum PublishedStatus
{
    Valid = 0,

    /// <summary>"Invalid" there: revoked.</summary>
    Revoked = 1,

    /// <summary>Left to the application there (2, "suspended", could end; this cannot).</summary>
    Superseded = 3,
}

/// <summary>Packs, compresses and signs a status list.</summary>
internal sealed class StatusListWriter(KeyRing ring, DocumentOptions options)
{
    private const int Bits = 2;
    private const int PerByte = 8 / Bits;
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public string Write(int list, IEnumerable<(int Place, PublishedStatus Status)> ended, DateTimeOffset now, TimeSpan holds) =>
        Handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "statuslist+jwt",
            SigningCredentials = ring.Token.Credentials,
            Claims = new Dictionary<string, object>
            {
                ["iss"] = options.Base,
                ["sub"] = $"{options.Base}/status/{list}",
                ["iat"] = now.ToUnixTimeSeconds(),
                ["exp"] = (now + holds).ToUnixTimeSeconds(),
                ["ttl"] = (long)holds.TotalSeconds,
                ["status_list"] = new Dictionary<string, object> { ["bits"] = Bits, ["lst"] = Base64UrlEncoder.Encode(Compress(Pack(ended))) },
            },
        });

    private static byte[] Pack(IEnumerable<(int Place, PublishedStatus Status)> ended)
    {
        var packed = new byte[StatusPlaces.Capacity / PerByte];
        foreach (var (place, status) in ended)
            packed[place / PerByte] |= (byte)((int)status << (place % PerByte * Bits));
        return packed;
    }

    private static byte[] Compress(byte[] packed)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize)) zlib.Write(packed);
        return compressed.ToArray();
    }
}
