using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Anef.Host.Security;

/// <summary>Figures of the service are for this machine, and for a collector that knows <c>Metrics:Token</c>: nobody signs in to collect them.</summary>
internal static class Metrics
{
    public const string Path = "/metrics";

    public static Task ForThoseWhoMayRead(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments(Path) || http.Connection.RemoteIpAddress is { } asker && IPAddress.IsLoopback(asker) || KnowsToken(http)) return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static bool KnowsToken(HttpContext http) =>
        http.RequestServices.GetRequiredService<IConfiguration>()["Metrics:Token"] is { Length: > 0 } token
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes($"Bearer {token}"));
}
