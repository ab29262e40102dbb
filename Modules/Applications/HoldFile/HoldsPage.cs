using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.HoldFile;

/// <summary>Files of which nothing is destroyed for now.</summary>
[MayUse(Role.Referent, Role.TeamManager)]
internal sealed class HoldsPage(IUseCase<ListHolds.Request, ListHolds.View> list) : PageModel
{
    public ListHolds.View View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => View = await list.Handle(new(), ct);
}
