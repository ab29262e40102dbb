using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Anef.Attestations.Settings;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Attestations.Verify;

/// <summary>The public check: its limits, its JSON, its writer.</summary>
internal static class VerificationServices
{
    /// <summary>Name of the limit of checks a minute.</summary>
    public const string Limit = "verification";

    private const int NetworkBytes = 8;
    private static readonly JsonSerializerOptions Json = Closed();

    public static IServiceCollection AddVerification(this IServiceCollection services) => services
        .AddSingleton<VerificationQuery>().AddSingleton<CheckBook>().AddHostedService<CheckWriter>()
        .AddRateLimiter(limiter => limiter.AddPolicy(Limit, Partition));

    public static void MapVerifications(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/verifications/{number}", async (string number, IUseCase<VerifyAttestation.Request, VerifyAttestation.Response> verify, HttpResponse response, CancellationToken ct) =>
        {
            response.Headers.CacheControl = "no-store";
            return Results.Json(await verify.Handle(new(number), ct), Json);
        }).RequireRateLimiting(Limit).OpenToAll();

    /// <summary>Closed from the beginning: the first answers at once would each try to complete them.</summary>
    private static JsonSerializerOptions Closed()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static RateLimitPartition<string> Partition(HttpContext context)
    {
        var permitted = context.RequestServices.GetRequiredService<DocumentOptions>().VerificationsPerMinute;
        return permitted <= 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(Asker(context.Connection.RemoteIpAddress), _ => new() { PermitLimit = permitted, Window = TimeSpan.FromMinutes(1) });
    }

    /// <summary>A subscriber: one address or, with IPv6, one network of 64 bits, in which addresses cost nothing.</summary>
    private static string Asker(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.MapToIPv4().ToString(),
    };
}
