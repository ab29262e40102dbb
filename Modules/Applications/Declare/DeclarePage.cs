using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.Declare;

/// <summary>What can be declared, and what was.</summary>
[MayUse(Role.Applicant)]
internal sealed class DeclarePage(IUseCase<ShowDeclared.Request, ShowDeclared.View> show) : PageModel
{
    public ShowDeclared.View View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => View = await show.Handle(new(), ct);
}
