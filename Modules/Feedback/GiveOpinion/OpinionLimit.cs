using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Feedback.GiveOpinion;

/// <summary>One address says so much and no more: a welcome point behind one address is several people, a program is not.</summary>
internal static class OpinionLimit
{
    public const string Name = "feedback";

    private const int Default = 10;

    public static IServiceCollection AddOpinionLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var permitted = configuration.GetValue<int?>("Feedback:PerTenMinutes") ?? Default;
        return services.AddRateLimiter(limiter => limiter.AddPolicy(Name, http => permitted <= 0 || !HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter($"{http.Connection.RemoteIpAddress}", _ => new() { PermitLimit = permitted, Window = TimeSpan.FromMinutes(10) })));
    }
}
