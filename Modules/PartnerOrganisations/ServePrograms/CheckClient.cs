using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Anef.PartnerOrganisations.ServePrograms;

/// <summary>Whether a client that asks for a token is one of ours.</summary>
internal sealed class CheckClient(KeyDoor door, IHttpContextAccessor http) : IOpenIddictServerHandler<ValidateTokenRequestContext>
{
    public async ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        if (!context.Request.IsClientCredentialsGrantType())
        {
            context.Reject(OpenIddictConstants.Errors.UnsupportedGrantType, "Seul client_credentials est accepté.");
            return;
        }
        var key = await door.Of(context.ClientId, http.HttpContext?.Connection.RemoteIpAddress, context.CancellationToken);
        if (key is null || context.ClientSecret is not { } secret || !key.Key.Knows(secret))
            context.Reject(OpenIddictConstants.Errors.InvalidClient, "Cette clé n'existe pas, n'est plus valable, ou n'est pas acceptée depuis cette adresse.");
    }
}
