using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.CorrectIdentity;

/// <summary>Corrections that people ask for.</summary>
[MayUse(Role.CaseOfficer, Role.Referent, Role.TeamManager)]
internal sealed class CorrectionsPage(IUseCase<ListCorrections.Request, ListCorrections.View> list, IUseCase<AnswerCorrection.Request, Done> answer) : PageModel, IShowAgain
{
    [BindProperty] public Guid Correction { get; set; }

    [BindProperty] public bool Accepted { get; set; }

    [BindProperty] public string? Reason { get; set; }

    public ListCorrections.View View { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await answer.Handle(new(Correction, Accepted, Reason ?? ""), ct);
        return Redirect("/agents/rectifications");
    }

    public async Task ShowAgain(CancellationToken ct) => View = await list.Handle(new(), ct);
}
