using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.SearchApplications;

/// <summary>A list of requests.</summary>
[MayUse(Role.CaseOfficer)]
internal sealed class SearchPage(IUseCase<SearchApplications.Request, IReadOnlyList<SearchApplications.Row>> search) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    public IReadOnlyList<SearchApplications.Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await search.Handle(new(Text, null), ct);
}
