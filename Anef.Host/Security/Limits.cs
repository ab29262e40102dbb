using System.Threading.RateLimiting;
using Anef.SharedKernel.Settings;

namespace Anef.Host.Security;

/// <summary>How much one address may ask for. What needs a stricter limit, such as signing in, has its own.</summary>
internal sealed class Limits
{
    /// <summary>Requests a minute from one address, static files aside.</summary>
    public int RequestsPerMinute { get; set; } = 600;
}

internal static class LimitsSetup
{
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var limits = builder.Configuration.Read<Limits>("Limits");
        builder.Services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => IsLimited(http)
                ? RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = limits.RequestsPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
        });
    }

    /// <summary>Verification has a limit of its own; probes and files cost nothing.</summary>
    private static bool IsLimited(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/health") && !http.Request.Path.StartsWithSegments("/api/verifications") && !Path.HasExtension(http.Request.Path);
}
