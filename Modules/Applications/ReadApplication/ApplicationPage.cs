using Anef.Attestations.Contracts;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;

namespace Anef.Applications.ReadApplication;

/// <summary>One request with its timeline and its attestations; open to all in the demonstration only, until people can sign in.</summary>
internal sealed class ApplicationPage(IUseCase<ReadApplication.Request, ReadApplication.View> read, IAttestations attestations, IConfiguration configuration) : PageModel
{
    public ReadApplication.View View { get; private set; } = null!;

    public IReadOnlyList<AttestationSummary> Attestations { get; private set; } = [];

    public IReadOnlyList<CheckSummary> Checks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken ct)
    {
        if (!configuration.GetValue<bool>("Anef:OpenPages")) return NotFound();
        View = await read.Handle(new(number), ct);
        Attestations = await attestations.OfApplication(View.PersonId, View.Id, ct);
        var own = Attestations.Select(a => a.Number).ToHashSet();
        Checks = [.. (await attestations.ChecksOf(View.PersonId, ct)).Where(c => own.Contains(c.Number))];
        return Page();
    }
}
