using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Anef.Tests.Integration.Accounts;

/// <summary>How the issuer tells who somebody is.</summary>
internal enum Telling
{
    Json,
    SignedToken,
    ForgedToken,
    TokenForAnother,
    OfSomebodyElse,
}

/// <summary>An issuer that signs in at once whoever a test says.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    public const string ClientId = "anef";
    public const string Secret = "a-secret-of-the-test";
    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "issuer-1" };
    private readonly RsaSecurityKey _forger = new(RSA.Create(2048)) { KeyId = "issuer-1" };

    private Issuer(string address)
    {
        Address = address;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(Configure);
        _app = builder.Build();
        _app.Urls.Add(address);
        _app.UseAuthentication();
        _app.MapGet("/authorize", Authorize);
        _app.MapGet("/userinfo", (Delegate)TellWho);
        _app.MapGet("/logout", (HttpContext http) => { LastHint = http.GetOpenIddictServerRequest()!.IdTokenHint; return Results.SignOut(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]); });
    }

    public string Address { get; }

    /// <summary>Who is at the issuer's keyboard.</summary>
    public Dictionary<string, string> Person { get; set; } = new() { ["sub"] = "f-1", ["given_name"] = "Awa", ["family_name"] = "DIALLO", ["birthdate"] = "1990-05-17", ["email"] = "fc@example.org" };

    public string? Level { get; set; } = "eidas1";

    public Telling Telling { get; set; } = Telling.SignedToken;

    /// <summary>What was asked the last time.</summary>
    public OpenIddictRequest? LastAsked { get; private set; }

    public string? LastHint { get; private set; }

    public static async Task<Issuer> Start()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var issuer = new Issuer($"http://127.0.0.1:{port}");
        await issuer._app.StartAsync();
        return issuer;
    }

    public (string, string?)[] Settings(string name) =>
        [($"Accounts:{name}:Authority", Address), ($"Accounts:{name}:ClientId", ClientId), ($"Accounts:{name}:ClientSecret", Secret)];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Configure(OpenIddictServerBuilder server)
    {
        server.SetIssuer(new Uri(Address));
        server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetUserInfoEndpointUris("userinfo").SetEndSessionEndpointUris("logout");
        server.AllowAuthorizationCodeFlow();
        server.RegisterScopes("given_name", "family_name", "usual_name", "birthdate", "gender", "birthplace", "email", "siret", "uid");
        server.EnableDegradedMode().AddEphemeralEncryptionKey().AddSigningKey(_key);
        server.AddEventHandler<ValidateAuthorizationRequestContext>(b => b.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId) context.Reject(Errors.InvalidClient);
            return default;
        }));
        server.AddEventHandler<ValidateTokenRequestContext>(b => b.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId || context.ClientSecret != Secret) context.Reject(Errors.InvalidClient);
            return default;
        }));
        server.AddEventHandler<ValidateEndSessionRequestContext>(b => b.UseInlineHandler(_ => default));
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableUserInfoEndpointPassthrough().EnableEndSessionEndpointPassthrough().DisableTransportSecurityRequirement();
    }

    private IResult Authorize(HttpContext http)
    {
        LastAsked = http.GetOpenIddictServerRequest()!;
        var identity = new ClaimsIdentity("test", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, Person["sub"]);
        if (Level is not null) identity.SetClaim("acr", Level);
        identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(LastAsked.GetScopes());
        return Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private async Task<IResult> TellWho(HttpContext http)
    {
        var session = await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        if (!session.Succeeded) return Results.Unauthorized();
        var said = Person.ToDictionary(p => p.Key, p => (object)p.Value);
        if (Telling == Telling.OfSomebodyElse) said["sub"] = "f-2";
        if (Telling is Telling.Json or Telling.OfSomebodyElse) return Results.Json(said);
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address + "/",
            Audience = Telling == Telling.TokenForAnother ? "somebody-else" : ClientId,
            Claims = said,
            SigningCredentials = new(Telling == Telling.ForgedToken ? _forger : _key, SecurityAlgorithms.RsaSha256),
        });
        return Results.Text(token, "application/jwt");
    }
}
