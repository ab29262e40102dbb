using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.PrepareChanges;
using Anef.Applications.StoreDocument;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.FollowApplication;

/// <summary>The person's own files: documents that they sent, attestations that they were given.</summary>
/// <remarks>What somebody uploaded is never shown by the browser under our address: it is saved.</remarks>
internal static class OwnDownloads
{
    public static void MapOwnDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/demandes/{number}/documents/{file}", Document).MayUse(Role.Applicant);
        routes.MapGet("/demandes/{number}/attestations/{attestation}.pdf", Pdf).MayUse(Role.Applicant);
        routes.MapGet("/demandes/{number}/attestations/{attestation}.svg", Qr).MayUse(Role.Applicant);
    }

    private static async Task<IResult> Document(string number, string file, ApplicationsDb db, DocumentStore store, Visitor visitor, HttpResponse response, CancellationToken ct)
    {
        if (visitor.PersonId is null) return Results.NotFound();
        var found = await db.Own(visitor, number).AsNoTracking().Select(a => new { a.Id, a.Documents }).SingleOrDefaultAsync(ct);
        if (found is null) return Results.NotFound();
        var staged = (await db.OpenSet(found.Id, ct))?.Documents.Select(d => (d.Code, Version: d.File)) ?? [];
        var (code, version) = found.Documents.SelectMany(d => d.Versions.Select(v => (d.Code, Version: v))).Concat(staged).FirstOrDefault(v => v.Version.Hash == file);
        if (version is null) return Results.NotFound();
        Guard(response);
        return Results.Stream(store.Open(version.Hash), version.MediaType, $"{code}{ExtensionOf(version.MediaType)}");
    }

    private static async Task<IResult> Pdf(string number, string attestation, ApplicationsDb db, IAttestations attestations, Visitor visitor, HttpResponse response, CancellationToken ct)
    {
        if (!await IsOwn(number, attestation, db, attestations, visitor, ct) || await attestations.Pdf(attestation, ct) is not { } pdf) return Results.NotFound();
        Guard(response);
        return Results.Bytes(pdf, "application/pdf", $"attestation-{attestation}.pdf");
    }

    private static async Task<IResult> Qr(string number, string attestation, ApplicationsDb db, IAttestations attestations, Visitor visitor, HttpResponse response, CancellationToken ct)
    {
        if (!await IsOwn(number, attestation, db, attestations, visitor, ct) || await attestations.Qr(attestation, ct) is not { } picture) return Results.NotFound();
        Guard(response);
        return Results.Text(picture, "image/svg+xml");
    }

    private static async Task<bool> IsOwn(string number, string attestation, ApplicationsDb db, IAttestations attestations, Visitor visitor, CancellationToken ct)
    {
        if (visitor.PersonId is not { } me) return false;
        var request = await db.Own(visitor, number).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct);
        return request is { } id && (await attestations.OfApplication(me, id, ct)).Any(a => a.Number == attestation);
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
