using System.Security.Cryptography;
using System.Text;
using Anef.Notifications.Settings;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anef.Notifications.HearOfSms;

/// <summary>Where the gateway reports: <c>POST /api/sms/rapports</c>, with the shared secret as bearer token.</summary>
internal static class ReportEndpoint
{
    public static void MapSmsReports(this IEndpointRouteBuilder routes) => routes.MapPost("/api/sms/rapports", Report).OpenToAll();

    private static async Task<IResult> Report(Body report, HttpRequest http, SmsOptions options, IUseCase<HearOfSms.Request, Done> hear, CancellationToken ct)
    {
        if (!Knows(http.Headers.Authorization.ToString(), options.ReportSecret)) return Results.Unauthorized();
        if (report.Status is not ("delivered" or "failed")) return Results.NoContent();
        try
        {
            await hear.Handle(new(report.Reference, report.Status == "delivered", report.Detail), ct);
            return Results.NoContent();
        }
        catch (DbUpdateConcurrencyException)
        {
            // The sender has just written the same row; the gateway comes back.
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static bool Knows(string said, string? secret) => secret is { Length: > 0 }
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(said)), SHA256.HashData(Encoding.UTF8.GetBytes($"Bearer {secret}")));

    /// <param name="Reference">The one that came with the text.</param>
    /// <param name="Status"><c>delivered</c>, <c>failed</c>, or a stage on the way that tells nothing.</param>
    internal sealed record Body(Guid Reference, string Status, string? Detail);
}
