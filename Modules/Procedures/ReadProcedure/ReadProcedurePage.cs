using System.Text;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Procedures.ReadProcedure;

[OpenToAll]
internal sealed class ReadProcedurePage(Sheets sheets, PrefectureCatalog prefectures, Visitor visitor, Say say) : PageModel
{
    public Sheet Sheet { get; private set; } = null!;

    public SheetWords Words { get; } = new(say);

    public IEnumerable<(string Value, string Words)> Prefectures => prefectures.All.Select(p => (p.Code, $"{p.Code} – {p.Name}"));

    /// <param name="code">Catalogue code.</param>
    /// <param name="prefecture">In the address.</param>
    /// <param name="departement">From the form that chooses one.</param>
    /// <param name="ct">Ends with the request.</param>
    public async Task<IActionResult> OnGetAsync(string code, string? prefecture, string? departement, CancellationToken ct)
    {
        if (departement is { Length: > 0 }) return LocalRedirect($"/demarches/{Uri.EscapeDataString(code)}/{Uri.EscapeDataString(departement)}");
        Sheet = await sheets.Of(code, prefecture, ct);
        // The frame of a known visitor has their name in it.
        if (visitor.IsKnown) return Page();
        var seen = say.Language.Code + Encoding.UTF8.GetString(SheetText.Write(Sheet));
        return Freshness.Unchanged(HttpContext, seen, Sheet.ChangedAt) ? StatusCode(304) : Page();
    }
}
