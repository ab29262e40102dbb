using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.ShowHistory;

/// <summary>The documents of a request, with every version that was sent.</summary>
[MayUse(Role.Applicant)]
internal sealed class DocumentsPage(IUseCase<FollowApplication.FollowApplication.Request, FollowApplication.FollowApplication.View> follow) : PageModel
{
    public FollowApplication.FollowApplication.View View { get; private set; } = null!;

    public async Task OnGetAsync(string number, CancellationToken ct) => View = await follow.Handle(new(number), ct);
}
