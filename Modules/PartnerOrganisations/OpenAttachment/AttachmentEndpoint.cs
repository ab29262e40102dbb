using Anef.PartnerOrganisations.ReadMail;
using Anef.PartnerOrganisations.WorkOnCases;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Anef.PartnerOrganisations.OpenAttachment;

/// <summary>Such a file over HTTP: it can be looked at, and can do nothing.</summary>
internal static class AttachmentEndpoint
{
    public static void MapAttachments(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/agents/partenaires/{reference}/pieces", async (string reference, string nom, IUseCase<OpenAttachment.Request, MailFile> open, HttpResponse response, CancellationToken ct) =>
        {
            var file = await open.Handle(new(reference, nom), ct);
            response.Headers[HeaderNames.CacheControl] = "private, no-store";
            response.Headers[HeaderNames.ContentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'";
            response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
            return Results.Bytes(file.Content, file.Type ?? "application/octet-stream");
        }).MayUse(CaseDoor.Officers);
}
