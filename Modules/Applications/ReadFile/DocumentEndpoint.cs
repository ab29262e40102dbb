using Anef.Applications.Access;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Anef.Applications.ReadFile;

/// <summary>The content of a document, for those who may see all of a file. Each opening is recorded.</summary>
internal static class DocumentEndpoint
{
    /// <summary>A document can do nothing but be looked at, inside pages of this site alone.</summary>
    private const string Policy = "default-src 'none'; object-src 'self'; plugin-types application/pdf; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'";

    public static void MapDocuments(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/agents/dossiers/{number}/documents/{code}/{version:int}", async (string number, string code, int version, FileDoor door, DocumentStore store, Visitor visitor, HttpResponse response, CancellationToken ct) =>
        {
            var file = await door.Open(visitor, number, Sight.Everything, $"document {(code.Length > 60 ? code[..60] : code)}", ct);
            if (file.Documents.FirstOrDefault(d => d.Code == code)?.Versions.ElementAtOrDefault(version - 1) is not { } stored) return Results.NotFound();
            response.Headers[HeaderNames.CacheControl] = "private, no-store";
            response.Headers[HeaderNames.ContentSecurityPolicy] = Policy;
            response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
            response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
            response.Headers[HeaderNames.ContentDisposition] = $"{(stored.MediaType == "image/heic" ? "attachment" : "inline")}; filename=\"{file.Number}-{Safe(code)}-{version}{ExtensionOf(stored.MediaType)}\"";
            return Results.Stream(await store.Open(stored.File, ct), stored.MediaType);
        }).MayUse(Role.CaseOfficer, Role.Referent, Role.TeamManager);

    private static string Safe(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit));

    private static string ExtensionOf(string mediaType) => mediaType switch { "application/pdf" => ".pdf", "image/jpeg" => ".jpg", "image/png" => ".png", _ => ".heic" };
}
