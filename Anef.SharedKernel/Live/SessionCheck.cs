using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.SharedKernel.Live;

/// <summary>Whether the session that opened a long answer still stands.</summary>
internal static class SessionCheck
{
    /// <summary>Asks with a request of its own: the one that is open remembers the first answer for ever.</summary>
    public static async Task<bool> StillStands(HttpContext open)
    {
        await using var scope = open.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        if (scope.ServiceProvider.GetService<IAuthenticationService>() is null) return true;
        var fresh = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (fresh.Request.Scheme, fresh.Request.Host, fresh.Request.Path) = (open.Request.Scheme, open.Request.Host, open.Request.Path);
        fresh.Request.Headers.Cookie = open.Request.Headers.Cookie;
        var session = await fresh.AuthenticateAsync();
        return session.Succeeded && Visitor.Of(session.Principal).AccountId == Visitor.Of(open.User).AccountId;
    }
}
