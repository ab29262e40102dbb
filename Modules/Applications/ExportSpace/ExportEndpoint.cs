using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Anef.Applications.ExportSpace;

/// <summary>The archive, sent while it is written.</summary>
internal static class ExportEndpoint
{
    public static void MapExport(this IEndpointRouteBuilder routes) => routes.MapGet("/mon-espace/export", Send).MayUse(Role.Applicant);

    private static async Task Send(HttpContext http, ExportSpace export, Visitor visitor, Say say, TimeProvider clock, CancellationToken ct)
    {
        if (visitor.PersonId is not { } me)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        // The end of an archive is written at once, whatever the writer; it is a few bytes a file.
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"anef-{clock.Today(CivilTime.Paris):yyyy-MM-dd}.zip\"";
        http.Response.Headers.CacheControl = "private, no-store";
        await export.WriteTo(http.Response.Body, me, say, ct);
    }
}
