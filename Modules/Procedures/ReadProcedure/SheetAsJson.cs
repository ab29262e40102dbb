using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Anef.Procedures.ReadProcedure;

/// <summary>The pages' twins for programs.</summary>
internal static class SheetAsJson
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/procedures/{code}", (string code, Sheets sheets, HttpContext http, CancellationToken ct) => Answer(sheets, code, null, http, ct)).OpenToAll();
        routes.MapGet("/api/prefectures/{prefecture}/procedures/{code}",
            (string prefecture, string code, Sheets sheets, HttpContext http, CancellationToken ct) => Answer(sheets, code, prefecture, http, ct)).OpenToAll();
    }

    private static async Task<IResult> Answer(Sheets sheets, string code, string? prefecture, HttpContext http, CancellationToken ct)
    {
        var sheet = await sheets.Of(code, prefecture, ct);
        var text = SheetText.Write(sheet);
        // Nothing here is about anybody: any site may read it in its visitors' browsers.
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return Freshness.Unchanged(http, text, sheet.ChangedAt) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(text, "application/json; charset=utf-8");
    }
}
