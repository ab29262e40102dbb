using System.Security.Cryptography;
using Anef.Accounts.Sessions;
using Anef.Accounts.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Anef.Accounts.Issuers;

/// <summary>The issuers that are configured, each with its profile.</summary>
internal static class IssuerSetup
{
    public static AuthenticationBuilder AddIssuers(this AuthenticationBuilder authentication, AccountOptions settings)
    {
        if (settings.FranceConnect.IsSet) authentication.AddIssuer(IssuerProfile.FranceConnect, settings.FranceConnect, settings);
        if (settings.ProConnect.IsSet) authentication.AddIssuer(IssuerProfile.ProConnect, settings.ProConnect, settings);
        return authentication;
    }

    private static void AddIssuer(this AuthenticationBuilder authentication, IssuerProfile profile, IssuerOptions issuer, AccountOptions settings) =>
        authentication.AddOpenIdConnect(profile.Scheme, options =>
        {
            options.Authority = issuer.Authority;
            options.ClientId = issuer.ClientId;
            options.ClientSecret = issuer.ClientSecret;
            // The settings let plain http pass on this machine alone.
            options.RequireHttpsMetadata = issuer.Authority!.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
            options.SignInScheme = SessionCookies.External;
            options.SignOutScheme = SessionCookies.Farewell;
            options.CallbackPath = $"/connexion/{profile.Path}/retour";
            options.SignedOutCallbackPath = $"/connexion/{profile.Path}/fin";
            options.RemoteSignOutPath = $"/connexion/{profile.Path}/sortie";
            options.AccessDeniedPath = "/connexion";
            options.ResponseType = OpenIdConnectResponseType.Code;
            // The other way round needs cookies that follow from other sites.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = issuer.Pkce;
            options.SaveTokens = false;
            options.ClaimActions.Remove("iss"); // kept: with the subject it names the person
            options.MapInboundClaims = false;
            // Read by us, for it may be signed: see UserInfo.
            options.GetClaimsFromUserInfoEndpoint = false;
            options.ProtocolValidator = new PlainNonce { NonceLifetime = TimeSpan.FromMinutes(15) };
            options.Scope.Clear();
            foreach (var scope in profile.Scopes) options.Scope.Add(scope);
            SessionCookies.Describe(options.CorrelationCookie, settings, $"anef-{profile.Path}-etat");
            SessionCookies.Describe(options.NonceCookie, settings, $"anef-{profile.Path}-nonce");
            options.Events = Events(profile);
        });

    private static OpenIdConnectEvents Events(IssuerProfile profile) => new()
    {
        OnRedirectToIdentityProvider = context =>
        {
            if (profile.Levels.Count > 0) context.ProtocolMessage.AcrValues = profile.Levels[0];
            return Task.CompletedTask;
        },
        OnTokenValidated = async context =>
        {
            if (profile.Levels.Count > 0 && !profile.Levels.Contains(context.Principal!.FindFirst("acr")?.Value ?? "")) context.Fail("the level of assurance is not the one that was asked for");
            else await UserInfo.Read(context);
        },
        OnRemoteFailure = context =>
        {
            // Its kind alone: what an issuer answers may name somebody.
            context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(IssuerSetup))
                .LogWarning("Nobody came back from {Issuer}: {Fault}", profile.Scheme, context.Failure?.GetType().Name);
            context.Response.Redirect($"/connexion?echec={profile.Path}");
            context.HandleResponse();
            return Task.CompletedTask;
        },
    };

    /// <summary>Letters and digits alone: the issuers take no other.</summary>
    private sealed class PlainNonce : OpenIdConnectProtocolValidator
    {
        public PlainNonce() => RequireTimeStampInNonce = false;

        public override string GenerateNonce() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
    }
}
