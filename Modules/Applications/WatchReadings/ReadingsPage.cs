using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.WatchReadings;

/// <summary>Who opened which file of the prefecture.</summary>
[MayUse(Role.TeamManager)]
internal sealed class ReadingsPage(IUseCase<WatchReadings.Request, WatchReadings.View> watch) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "prefecture")] public string? Prefecture { get; set; }

    [BindProperty(SupportsGet = true, Name = "agent")] public Guid? Account { get; set; }

    [BindProperty(SupportsGet = true, Name = "avant")] public string? Before { get; set; }

    public WatchReadings.View View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => View = await watch.Handle(new(Prefecture, Account, Before), ct);
}
