using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Anef.Accounts.Issuers;

/// <summary>Asks the issuer who it is: plain JSON, or a token whose signature, issuer and audience are checked.</summary>
/// <remarks>The framework reads such a token without looking at its signature.</remarks>
internal static class UserInfo
{
    /// <summary>Scheme of the issuer, among the properties of what it said.</summary>
    public const string SchemeItem = "anef:scheme";

    /// <summary>The issuer's token, in the same place.</summary>
    public const string IdTokenItem = "anef:id-token";

    private static readonly string[] Wanted = ["given_name", "family_name", "usual_name", "birthdate", "email"];

    public static async Task Read(TokenValidatedContext context)
    {
        var options = context.Options;
        var configuration = await options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        if (configuration.UserInfoEndpoint is not { Length: > 0 } address || context.TokenEndpointResponse?.AccessToken is not { } token)
        {
            context.Fail("the issuer tells nobody's name");
            return;
        }
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await options.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsStringAsync(context.HttpContext.RequestAborted);
        var said = response.Content.Headers.ContentType?.MediaType == "application/jwt"
            ? await Opened(body, options, configuration)
            : JsonDocument.Parse(body).RootElement.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String).ToDictionary(p => p.Name, p => p.Value.GetString()!);
        // Otherwise one person's token would carry another's name.
        if (said is null || said.GetValueOrDefault("sub") != context.Principal!.FindFirst("sub")?.Value)
        {
            context.Fail("the issuer speaks of somebody else, or its signature is wrong");
            return;
        }
        var identity = (ClaimsIdentity)context.Principal!.Identity!;
        foreach (var name in Wanted.Where(n => said.ContainsKey(n) && !identity.HasClaim(c => c.Type == n)))
            identity.AddClaim(new Claim(name, said[name]));
        // Shown to the issuer when they leave; no other token is kept.
        if (context.TokenEndpointResponse.IdToken is { } idToken) context.Properties!.Items[IdTokenItem] = idToken;
        context.Properties!.Items[SchemeItem] = context.Scheme.Name;
    }

    private static async Task<Dictionary<string, string>?> Opened(string token, OpenIdConnectOptions options, OpenIdConnectConfiguration configuration)
    {
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer,
            ValidAudience = options.ClientId,
            IssuerSigningKeys = configuration.SigningKeys,
            // Neither of the State's issuers gives it an end; it is read the moment that it is made.
            RequireExpirationTime = false,
        });
        return result.IsValid ? result.ClaimsIdentity.Claims.GroupBy(c => c.Type).ToDictionary(g => g.Key, g => g.First().Value) : null;
    }
}
