using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.BulkActs;

/// <summary>A run: what it would do, then what it did.</summary>
[MayUse(Role.CaseOfficer, Role.Referent, Role.TeamManager)]
internal sealed class BulkPage(IUseCase<ReadBulk.Request, ReadBulk.View> read, IUseCase<StartBulk.Request, Done> start) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>The list that the files were ticked in.</summary>
    [BindProperty(SupportsGet = true, Name = "retour")] public string? From { get; set; }

    public ReadBulk.View View { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await start.Handle(new(Id), ct);
        return Redirect(Here);
    }

    public string Here => From is null ? $"/agents/lots/{Id}" : $"/agents/lots/{Id}?retour={Uri.EscapeDataString(From)}";

    public async Task ShowAgain(CancellationToken ct)
    {
        if (From is not null) From = BackTo.List(From);
        View = await read.Handle(new(Id), ct);
    }
}
