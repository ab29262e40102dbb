using Anef.Attestations.Domain;
using Anef.Attestations.Keys;
using Anef.Attestations.Settings;
using Anef.SharedKernel.Calendar;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Anef.Attestations.Token;

/// <summary>What the QR code says offline: a compact JWS (RFC 7515, ES256) of JWT claims. Never nationality, ground or protection.</summary>
internal sealed class TokenWriter(KeyRing ring, DocumentOptions options)
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public string Write(Attestation attestation, Basis basis, StatusEntry entry)
    {
        var claims = new Dictionary<string, object>
        {
            ["jti"] = attestation.Number,
            ["iat"] = attestation.IssuedAt.ToUnixTimeSeconds(),
            ["nbf"] = CivilTime.StartOf(attestation.ValidFrom, basis.Zone).ToUnixTimeSeconds(),
            ["kind"] = Codes.Of(attestation.Kind),
            ["validFrom"] = Codes.Of(attestation.ValidFrom),
            ["work"] = Codes.Of(Rights.WorkOf(attestation.Kind, basis.Work)),
            ["initials"] = Rights.InitialsOf(basis.FirstNames, basis.Surname),
            ["birthYear"] = basis.Born.Year,
            ["status"] = new Dictionary<string, object>
            {
                ["status_list"] = new Dictionary<string, object> { ["idx"] = entry.Place, ["uri"] = $"{options.Base}/status/{entry.List}" },
            },
        };
        if (attestation.ValidUntil is { } last)
        {
            claims["exp"] = CivilTime.StartOf(last.AddDays(1), basis.Zone).ToUnixTimeSeconds();
            claims["validUntil"] = Codes.Of(last);
        }
        return Handler.CreateToken(new SecurityTokenDescriptor { Issuer = options.Base, Claims = claims, SigningCredentials = ring.Token.Credentials });
    }
}
