using System.Text;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;

namespace Anef.Procedures.ReadProcedure;

/// <summary>A procedure as a block that a prefecture's own site shows in a frame: no script, no cookie, no form.</summary>
[OpenToAll]
internal sealed class EmbedPage(Sheets sheets, Say say, IConfiguration configuration) : PageModel
{
    private const string StateSites = "https://*.gouv.fr";

    public Sheet Sheet { get; private set; } = null!;

    public SheetWords Words { get; } = new(say);

    /// <summary>Address of the whole page.</summary>
    public string Whole => $"{Request.Scheme}://{Request.Host}/demarches/{Sheet.Procedure.Code}/{Sheet.Place!.Prefecture.Code}";

    public async Task<IActionResult> OnGetAsync(string code, string prefecture, CancellationToken ct)
    {
        Sheet = await sheets.Of(code, prefecture, ct);
        var who = configuration["Procedures:EmbedAncestors"] is { Length: > 0 } sites ? sites : StateSites;
        Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' {who}";
        Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Freshness.Unchanged(HttpContext, say.Language.Code + Encoding.UTF8.GetString(SheetText.Write(Sheet)), Sheet.ChangedAt) ? StatusCode(304) : Page();
    }
}
