using System.Security.Claims;
using System.Security.Cryptography;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Anef.PartnerOrganisations.ServePrograms;

/// <summary>Tokens for programs: OAuth 2 client credentials, and nothing else of it.</summary>
/// <remarks>
/// Keys are the organisations' own rows and each request looks at them again, so that OpenIddict needs no tables of its own. Tokens are sealed with the ring of keys that all hosts share;
/// the keys of this process, which OpenIddict asks for, sign nothing that leaves.
/// </remarks>
internal static class ProgramsSetup
{
    public const string TokenAddress = "/api/partner/token";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public static void AddPrograms(this IServiceCollection services)
    {
        services.AddHttpContextAccessor().AddScoped<KeyDoor>();
        services.AddOpenIddict()
            .AddServer(server =>
            {
                server.EnableDegradedMode().AllowClientCredentialsFlow().SetTokenEndpointUris(TokenAddress).SetAccessTokenLifetime(Life);
                // What it would make by itself are RSA keys: seconds, at the first request of all.
                server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32))).AddEphemeralSigningKey(SecurityAlgorithms.EcdsaSha256);
                server.UseDataProtection();
                server.UseAspNetCore().EnableTokenEndpointPassthrough();
                server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseScopedHandler<CheckClient>());
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseDataProtection();
                validation.UseAspNetCore();
            });
        services.AddOptions<OpenIddictServerAspNetCoreOptions>().Configure<IHostEnvironment>((options, environment) => options.DisableTransportSecurityRequirement = environment.IsDevelopment());
    }

    public static void MapTokens(this IEndpointRouteBuilder routes) => routes.MapPost(TokenAddress, (HttpContext http) =>
    {
        if (http.GetOpenIddictServerRequest() is not { ClientId: { } client }) return Results.Unauthorized();
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, client).SetDestinations(_ => [OpenIddictConstants.Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }).OpenToAll().DisableAntiforgery();
}
