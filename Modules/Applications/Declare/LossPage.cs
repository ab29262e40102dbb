using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.Declare;

/// <summary>The card is lost, stolen, or found again.</summary>
[MayUse(Role.Applicant)]
internal sealed class LossPage(IUseCase<ShowDeclared.Request, ShowDeclared.View> show, IUseCase<DeclareLoss.Request, Done> declare) : PageModel, IShowAgain
{
    public ShowDeclared.View View { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostAsync(bool found, CancellationToken ct)
    {
        await declare.Handle(new(found), ct);
        return Redirect("/mon-espace/declarer/perte");
    }

    public async Task ShowAgain(CancellationToken ct) => View = await show.Handle(new(), ct);
}
