using Anef.Attestations.Contracts;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.ReadApplication;

/// <summary>One request with its timeline and its attestations.</summary>
[MayUse(Role.CaseOfficer)]
internal sealed class ApplicationPage(IUseCase<ReadApplication.Request, ReadApplication.View> read, IAttestations attestations) : PageModel
{
    public ReadApplication.View View { get; private set; } = null!;

    public IReadOnlyList<AttestationSummary> Attestations { get; private set; } = [];

    public IReadOnlyList<CheckSummary> Checks { get; private set; } = [];

    public async Task OnGetAsync(string number, CancellationToken ct)
    {
        View = await read.Handle(new(number), ct);
        Attestations = await attestations.OfApplication(View.PersonId, View.Id, ct);
        var own = Attestations.Select(a => a.Number).ToHashSet();
        Checks = [.. (await attestations.ChecksOf(View.PersonId, ct)).Where(c => own.Contains(c.Number))];
    }
}
