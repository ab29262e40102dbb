using Anef.Applications.Contracts;
using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Persistence;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Anef.Attestations.Pdf;

/// <summary>The document itself: for its holder, and for those who may read the holder's file.</summary>
internal static class DocumentEndpoints
{
    private static readonly Role[] Readers = [Role.Applicant, Role.CaseOfficer, Role.Referent, Role.TeamManager, Role.WelcomePoint, Role.ContactCentre];

    public static void MapPdf(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/attestations/{number}.pdf", async (string number, Holder holder, IAttestations attestations, HttpResponse response, CancellationToken ct) =>
        {
            if (!await holder.Lets(number, ct) || await attestations.Pdf(number, ct) is not { } pdf) return Results.NotFound();
            response.Headers[HeaderNames.CacheControl] = "private, no-store";
            response.Headers[HeaderNames.ContentDisposition] = $"inline; filename=\"attestation-{number}.pdf\"";
            return Results.Bytes(pdf, "application/pdf");
        }).MayUse(Readers);
        routes.MapGet("/attestations/{number}.svg", async (string number, Holder holder, IAttestations attestations, HttpResponse response, CancellationToken ct) =>
        {
            if (!await holder.Lets(number, ct) || await attestations.Qr(number, ct) is not { } picture) return Results.NotFound();
            response.Headers[HeaderNames.CacheControl] = "private, no-store";
            return Results.Text(picture, "image/svg+xml");
        }).MayUse(Readers);
    }
}

/// <summary>Whether whoever asks may have a document.</summary>
internal sealed class Holder(AttestationsDb db, IApplications applications, Visitor visitor)
{
    public async Task<bool> Lets(string number, CancellationToken ct) => AttestationNumber.TryParse(number, out var known)
        && await db.Attestations.Where(a => a.Number == known).Select(a => new { a.PersonId, a.ApplicationId }).SingleOrDefaultAsync(ct) is { } of
        && (of.PersonId == visitor.PersonId || await applications.MayRead(visitor, of.ApplicationId, ct));
}
