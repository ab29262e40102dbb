using Anef.Attestations.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Net.Http.Headers;

namespace Anef.Attestations.Pdf;

/// <summary>The document itself. Closed unless the configuration opens it, for nobody signs in yet and it bears a name.</summary>
internal static class DocumentEndpoints
{
    public static void MapPdf(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/attestations/{number}.pdf", async (string number, IAttestations attestations, IConfiguration configuration, HttpResponse response, CancellationToken ct) =>
        {
            if (!configuration.GetValue<bool>("Anef:OpenPages")) return Results.NotFound();
            if (await attestations.Pdf(number, ct) is not { } pdf) return Results.NotFound();
            response.Headers[HeaderNames.CacheControl] = "private, no-store";
            response.Headers[HeaderNames.ContentDisposition] = $"inline; filename=\"attestation-{number}.pdf\"";
            return Results.Bytes(pdf, "application/pdf");
        });
}
