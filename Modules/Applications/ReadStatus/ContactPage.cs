using Anef.Applications.Access;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Views = System.Collections.Generic.IReadOnlyList<Anef.Applications.ReadStatus.ReadStatus.View>;

namespace Anef.Applications.ReadStatus;

/// <summary>Whoever calls is told where their request stands; what was said and what failed is kept on the file.</summary>
[MayUse(Role.ContactCentre, Role.WelcomePoint)]
internal sealed class ContactPage(IUseCase<ReadStatus.Request, Views> read, IUseCase<AskToResend.Request, Done> resend, IUseCase<RecordFailedAttempt.RecordFailedAttempt.Request, Done> record,
    IUseCase<NoteOnFile.NoteOnFile.Request, Done> note, FileDoor door, IAttestations attestations, Visitor visitor) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "numero")] public string? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "ne")] public DateOnly? Born { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")] public string? Done { get; set; }

    /// <summary>The request spoken of.</summary>
    [BindProperty] public string? Chosen { get; set; }

    [BindProperty] public string? Attestation { get; set; }

    [BindProperty] public string? Words { get; set; }

    [BindProperty] public string? ContactKind { get; set; } = "phone";

    public bool Asked => Number is { Length: > 0 } && Born is not null;

    public Views Views { get; private set; } = [];

    public Dictionary<Guid, IReadOnlyList<AttestationSummary>> Attestations { get; } = [];

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostResendAsync(CancellationToken ct)
    {
        var view = await Spoken(ct);
        if ((await attestations.OfApplication(view.PersonId, view.Id, ct)).All(a => a.Number != Attestation)) throw new NotFound("cette attestation");
        await resend.Handle(new(view.Id, Attestation!), ct);
        return Back("resend");
    }

    public async Task<IActionResult> OnPostBlockAsync(CancellationToken ct)
    {
        var view = await Spoken(ct);
        if (string.IsNullOrWhiteSpace(Words)) throw new RuleBroken("applications.block-words", "Écrivez ce qui s'est passé, avec le message affiché.");
        await record.Handle(new(view.PersonId, view.Procedure, Words.Trim()), ct);
        await door.TryOpen(visitor, view.Id, Sight.Status, "block", ct);
        return Back("block");
    }

    public async Task<IActionResult> OnPostContactAsync(CancellationToken ct)
    {
        var view = await Spoken(ct);
        await note.Handle(new(view.Id, Words ?? "", ContactKind ?? ""), ct);
        await door.TryOpen(visitor, view.Id, Sight.Status, "contact", ct);
        return Back("contact");
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        if (!Asked) return;
        Views = await read.Handle(new(Number!, Born!.Value), ct);
        foreach (var view in Views) Attestations[view.Id] = await attestations.OfApplication(view.PersonId, view.Id, ct);
    }

    private async Task<ReadStatus.View> Spoken(CancellationToken ct) =>
        (Asked ? await read.Handle(new(Number!, Born!.Value), ct) : []).FirstOrDefault(v => v.Number == Chosen) ?? throw new NotFound("cette demande");

    private RedirectResult Back(string what) => Redirect($"/agents/contact?numero={Uri.EscapeDataString(Number!)}&ne={Born:yyyy-MM-dd}&fait={what}");
}
