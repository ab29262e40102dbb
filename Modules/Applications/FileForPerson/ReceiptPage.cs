using Anef.Applications.Access;
using Anef.Applications.ReadStatus;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Views = System.Collections.Generic.IReadOnlyList<Anef.Applications.ReadStatus.ReadStatus.View>;

namespace Anef.Applications.FileForPerson;

/// <summary>The receipt that the person takes home, and the place to scan what they brought.</summary>
[MayUse(Role.WelcomePoint, Role.CaseOfficer)]
internal sealed class ReceiptPage(IUseCase<ReadStatus.ReadStatus.Request, Views> read, IUseCase<StoreDocument.StoreDocument.Request, Guid> store, FileDoor door, IAttestations attestations, Visitor visitor) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)] public string Number { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "ne")] public DateOnly Born { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")] public string? Done { get; set; }

    public ReadStatus.ReadStatus.View View { get; private set; } = null!;

    public AttestationSummary? Confirmation { get; private set; }

    public string Agent => visitor.Name;

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostScanAsync(string? document, IFormFile? content, CancellationToken ct)
    {
        if (content is null || string.IsNullOrEmpty(document)) throw new RuleBroken("applications.nothing-scanned", "Choisissez le document et son fichier.");
        var file = await door.Open(visitor, Number, Sight.Status, "scan", ct);
        if (file.Documents.All(d => d.Code != document)) throw new RuleBroken("applications.unknown-document", "Ce document n'est pas de la liste de cette demande.");
        await using var stream = content.OpenReadStream();
        await store.Handle(new(file.Id, document, stream, content.FileName, visitor.AccountId), ct);
        return Redirect($"/agents/accueil/{Number}?ne={Born:yyyy-MM-dd}&fait=scan");
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        View = await read.Handle(new(Number, Born, "receipt"), ct) is [var found, ..] ? found : throw new NotFound("cette demande");
        Confirmation = (await attestations.OfApplication(View.PersonId, View.Id, ct)).FirstOrDefault(a => a.Kind == AttestationKind.FilingConfirmation);
    }
}
