using Anef.Accounts.Sessions;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Accounts.Demonstrate;

/// <remarks>Reachable in Development alone: see <see cref="PagesThatAreNotThere"/>.</remarks>
[OpenToAll, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class DemonstrationSignInPage(IUseCase<ListDemonstration.Request, IReadOnlyList<ListDemonstration.Somebody>> list, SessionStart session) : PageModel
{
    [BindProperty(Name = "nom", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? Back { get; set; }

    public IReadOnlyList<ListDemonstration.Somebody> Accounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Accounts = await list.Handle(new(string.IsNullOrWhiteSpace(Search) ? null : Search.Trim()), ct);

    public async Task<IActionResult> OnPostAsync(Guid compte, CancellationToken ct) =>
        LocalRedirect(Landing.Of(await session.Begin(compte, "demonstration", null, ct), Back));
}
