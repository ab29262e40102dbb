using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.PrepareChanges;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.FollowApplication;

/// <summary>The person's own files, sent or prepared.</summary>
/// <remarks>What somebody uploaded is never shown by the browser under our address: it is saved.</remarks>
internal static class OwnDownloads
{
    public static void MapOwnDownloads(this IEndpointRouteBuilder routes) => routes.MapGet("/demandes/{number}/documents/{file:guid}", Document).MayUse(Role.Applicant);

    private static async Task<IResult> Document(string number, Guid file, ApplicationsDb db, DocumentStore store, Visitor visitor, HttpResponse response, CancellationToken ct)
    {
        if (visitor.PersonId is null) return Results.NotFound();
        var found = await db.Own(visitor, number).AsNoTracking().Select(a => new { a.Id, a.Documents }).SingleOrDefaultAsync(ct);
        if (found is null) return Results.NotFound();
        var staged = (await db.OpenSet(found.Id, ct))?.Documents.Select(d => (d.Code, Version: d.File)) ?? [];
        var (code, version) = found.Documents.SelectMany(d => d.Versions.Select(v => (d.Code, Version: v))).Concat(staged).FirstOrDefault(v => v.Version.File == file);
        if (version is null) return Results.NotFound();
        Guard(response);
        return Results.Stream(await store.Open(version.File, ct), version.MediaType, $"{code}{ExtensionOf(version.MediaType)}");
    }

    private static void Guard(HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
    }

    internal static string ExtensionOf(string mediaType) => mediaType switch
    {
        "application/pdf" => ".pdf",
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/heic" => ".heic",
        _ => "",
    };
}
