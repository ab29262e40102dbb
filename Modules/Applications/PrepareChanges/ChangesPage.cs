using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.PrepareChanges;

/// <summary>The person prepares changes, on one device or another, and sends them as one.</summary>
[MayUse(Role.Applicant)]
internal sealed class ChangesPage(IUseCase<ShowPrepared.Request, ShowPrepared.View> show, IUseCase<StageAnswers.Request, Done> stage, IUseCase<StageDocument.Request, Done> attach,
    IUseCase<UnstageDocument.Request, Done> detach, IUseCase<DiscardChanges.Request, Done> discard, IUseCase<SendChanges.Request, Done> send) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    /// <summary>By field, as typed.</summary>
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    public ShowPrepared.View View { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostAnswersAsync(CancellationToken ct)
    {
        await Keep(ct);
        return Again("verifier");
    }

    public async Task<IActionResult> OnPostDocumentAsync(string document, List<IFormFile> files, CancellationToken ct)
    {
        if (files.Count == 0)
        {
            ModelState.AddModelError("", "space.asked.chooseFile");
            await ShowAgain(ct);
            return Page();
        }
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            await attach.Handle(new(Number, document, content, file.FileName), ct);
        }
        return Again("verifier");
    }

    public async Task<IActionResult> OnPostDetachAsync(Guid file, CancellationToken ct)
    {
        await detach.Handle(new(Number, file), ct);
        return Again("verifier");
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken ct)
    {
        await discard.Handle(new(Number), ct);
        return Redirect($"/demandes/{Uri.EscapeDataString(Number)}");
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken ct)
    {
        await send.Handle(new(Number), ct);
        return Redirect($"/demandes/{Uri.EscapeDataString(Number)}");
    }

    public async Task ShowAgain(CancellationToken ct) => View = await show.Handle(new(Number), ct);

    /// <summary>What is in the box: as typed, else as prepared, else as it stands.</summary>
    public string Typed(ShowPrepared.Answer answer) => Answers.GetValueOrDefault(answer.Field) ?? answer.Prepared ?? answer.InForce;

    private async Task Keep(CancellationToken ct)
    {
        if (Answers.Count > 0) await stage.Handle(new(Number, Answers.ToDictionary(a => a.Key, a => (a.Value ?? "").ReplaceLineEndings("\n"))), ct);
    }

    private RedirectResult Again(string section) => Redirect($"/demandes/{Uri.EscapeDataString(Number)}/modifier#{section}");
}
