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
    public static void MapPdf(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/attestations/{number}.pdf", async (string number, AttestationsDb db, IAttestations attestations, IApplications applications, Visitor visitor, HttpResponse response, CancellationToken ct) =>
        {
            if (!AttestationNumber.TryParse(number, out var known)
                || await db.Attestations.Where(a => a.Number == known).Select(a => new { a.PersonId, a.ApplicationId }).SingleOrDefaultAsync(ct) is not { } holder) return Results.NotFound();
            if (holder.PersonId != visitor.PersonId && !await applications.MayRead(visitor, holder.ApplicationId, ct)) return Results.NotFound();
            if (await attestations.Pdf(number, ct) is not { } pdf) return Results.NotFound();
            response.Headers[HeaderNames.CacheControl] = "private, no-store";
            response.Headers[HeaderNames.ContentDisposition] = $"inline; filename=\"attestation-{number}.pdf\"";
            return Results.Bytes(pdf, "application/pdf");
        }).MayUse(Role.Applicant, Role.CaseOfficer, Role.Referent, Role.TeamManager, Role.WelcomePoint, Role.ContactCentre);
}
