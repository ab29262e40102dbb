using Anef.Accounts.Sessions;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anef.Accounts.Issuers;

/// <summary>The ways to an issuer and, at the end, back out of its session. Links and not forms: the policy of contents lets no form leave for elsewhere.</summary>
internal static class IssuerEndpoints
{
    public static void MapIssuers(this IEndpointRouteBuilder routes)
    {
        foreach (var profile in new[] { IssuerProfile.FranceConnect, IssuerProfile.ProConnect })
        {
            routes.MapGet($"/connexion/{profile.Path}", async (string? retour, IAuthenticationSchemeProvider schemes) =>
            {
                var arrival = Landing.IsOurs(retour) ? $"/connexion/arrivee?retour={Uri.EscapeDataString(retour!)}" : "/connexion/arrivee";
                return Results.Challenge(new AuthenticationProperties { RedirectUri = arrival }, [await Configured(profile, schemes)]);
            }).OpenToAll();
            routes.MapGet($"/deconnexion/{profile.Path}", async (IAuthenticationSchemeProvider schemes) =>
                Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [await Configured(profile, schemes), SessionCookies.Farewell])).OpenToAll();
        }
    }

    private static async Task<string> Configured(IssuerProfile profile, IAuthenticationSchemeProvider schemes) =>
        await schemes.GetSchemeAsync(profile.Scheme) is not null ? profile.Scheme : throw new NotFound("ce service d'identité");
}
