using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;

namespace Anef.Applications.SearchApplications;

/// <summary>A list of requests; open in the demonstration only, until officers can sign in.</summary>
internal sealed class SearchPage(IUseCase<SearchApplications.Request, IReadOnlyList<SearchApplications.Row>> search, IConfiguration configuration) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    public IReadOnlyList<SearchApplications.Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!configuration.GetValue<bool>("Anef:OpenPages")) return NotFound();
        Rows = await search.Handle(new(Text, null), ct);
        return Page();
    }
}
