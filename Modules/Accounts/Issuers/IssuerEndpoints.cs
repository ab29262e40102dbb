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
        routes.MapGet("/connexion/{issuer:regex(^(franceconnect|proconnect)$)}", async (string issuer, string? retour, IAuthenticationSchemeProvider schemes) =>
        {
            var scheme = await Scheme(issuer, schemes);
            var arrival = Landing.IsOurs(retour) ? $"/connexion/arrivee?retour={Uri.EscapeDataString(retour!)}" : "/connexion/arrivee";
            return Results.Challenge(new AuthenticationProperties { RedirectUri = arrival }, [scheme]);
        }).OpenToAll();

        routes.MapGet("/deconnexion/{issuer:regex(^(franceconnect|proconnect)$)}", async (string issuer, IAuthenticationSchemeProvider schemes) =>
            Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [await Scheme(issuer, schemes), SessionCookies.Farewell])).OpenToAll();
    }

    private static async Task<string> Scheme(string issuer, IAuthenticationSchemeProvider schemes) =>
        IssuerNames.Of(issuer) is { } scheme && await schemes.GetSchemeAsync(scheme) is not null ? scheme : throw new NotFound("ce service d'identité");
}
