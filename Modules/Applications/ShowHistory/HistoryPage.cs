using Anef.Attestations.Contracts;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.ShowHistory;

/// <summary>The history of a request, what was changed in it, and who checked its attestations.</summary>
[MayUse(Role.Applicant)]
internal sealed class HistoryPage(IUseCase<FollowApplication.FollowApplication.Request, FollowApplication.FollowApplication.View> follow,
    IUseCase<ShowChanges.ChangesOf.Request, IReadOnlyList<ShowChanges.ChangesOf.Change>> changes, IAttestations attestations) : PageModel
{
    public FollowApplication.FollowApplication.View View { get; private set; } = null!;

    public IReadOnlyList<ShowChanges.ChangesOf.Change> Changes { get; private set; } = [];

    public IReadOnlyList<CheckSummary> Checks { get; private set; } = [];

    public async Task OnGetAsync(string number, CancellationToken ct)
    {
        View = await follow.Handle(new(number), ct);
        Changes = await changes.Handle(new(View.Id), ct);
        var own = (await attestations.OfApplication(View.PersonId, View.Id, ct)).Select(a => a.Number).ToHashSet();
        Checks = [.. (await attestations.ChecksOf(View.PersonId, ct)).Where(c => own.Contains(c.Number))];
    }
}
