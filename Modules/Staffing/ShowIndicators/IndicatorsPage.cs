using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Staffing.ShowIndicators;

[OpenToAll]
internal sealed class IndicatorsPage(IUseCase<ShowIndicators.Request, Indicators> show, PrefectureCatalog prefectures, Say say) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "prefecture")] public string? Place { get; set; }

    public Indicators Shown { get; private set; } = null!;

    public IEnumerable<(string Code, string Name)> Choice => prefectures.All.OrderBy(p => p.Code, StringComparer.Ordinal).Select(p => (p.Code, p.Name));

    public async Task OnGetAsync(CancellationToken ct)
    {
        Place = IndicatorEndpoints.Code(Place);
        Shown = await show.Handle(new(Place), ct);
    }

    /// <summary>A dash where there is nothing to measure.</summary>
    public string Figure(Indicator row, string what, int? value) => value?.ToString("N0", say.Language.Culture) ?? say[row.Withheld.Contains(what) ? "staffing.indicators.few" : "staffing.indicators.none"];
}
