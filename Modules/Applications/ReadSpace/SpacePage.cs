using Anef.SharedKernel.Live;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.ReadSpace;

/// <summary>The person's space.</summary>
[MayUse(Role.Applicant)]
internal sealed class SpacePage(IUseCase<ReadSpace.Request, ReadSpace.View> read, LiveFeed feed) : PageModel
{
    /// <summary>Place from which the page listens: what is written while it is read is not missed.</summary>
    public long Since { get; private set; }

    public ReadSpace.View View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Since = feed.Now;
        View = await read.Handle(new(), ct);
    }
}
