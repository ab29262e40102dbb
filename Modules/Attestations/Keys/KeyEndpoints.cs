using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anef.Attestations.Keys;

/// <summary>The public keys of all tokens ever signed: RFC 7517.</summary>
internal static class KeyEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/.well-known/jwks.json", (KeyRing ring) =>
            Results.Json(new { keys = ring.Keys.Select(k => new { kty = "EC", crv = "P-256", x = k.X, y = k.Y, kid = k.Kid, use = "sig", alg = "ES256" }) })).OpenToAll();
}
