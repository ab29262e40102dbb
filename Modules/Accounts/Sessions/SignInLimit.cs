using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Anef.Accounts.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Accounts.Sessions;

/// <summary>How often one address may try to sign in. Reading the page is not an attempt.</summary>
internal static class SignInLimit
{
    public const string Name = "accounts.sign-in";
    private const int NetworkBytes = 8;

    public static IServiceCollection AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(limiter => limiter.AddPolicy(Name, Partition));

    private static RateLimitPartition<string> Partition(HttpContext context)
    {
        var permitted = context.RequestServices.GetRequiredService<AccountOptions>().SignInsPerMinute;
        return permitted <= 0 || !HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(Asker(context.Connection.RemoteIpAddress), _ => new() { PermitLimit = permitted, Window = TimeSpan.FromMinutes(1) });
    }

    /// <summary>One address or, with IPv6, one network of 64 bits.</summary>
    private static string Asker(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.MapToIPv4().ToString(),
    };
}
