using Anef.Applications.Domain;
using Anef.Applications.ReadDraft;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.AttachToDraft;

/// <summary>The documents of a draft, each with what was given so far. With the script a file goes in parts; without it by an ordinary form.</summary>
[MayUse(Role.Applicant, Role.WelcomePoint, Role.CaseOfficer, Role.TeamManager, Role.Referent)]
[RequestSizeLimit(MostAtOnce), RequestFormLimits(MultipartBodyLengthLimit = MostAtOnce)]
internal sealed class DocumentsPage(IUseCase<ReadDraft.ReadDraft.Request, ReadDraft.ReadDraft.View> read, IUseCase<AttachToDraft.Request, Guid> attach, IUseCase<DetachFromDraft.Request, Done> detach, Say say) : PageModel, IShowAgain
{
    private const long MostAtOnce = 210_000_000;

    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    public ReadDraft.ReadDraft.View View { get; private set; } = null!;

    /// <summary>The document of the form that was sent, where it is shown again.</summary>
    public string? Sent { get; private set; }

    /// <summary>What is wrong with what was sent, beside its document.</summary>
    public IReadOnlyList<string> Refusals { get; private set; } = [];

    public string NameOf(FileDocument document) => say.Named("document", document.Code, document.Label);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ShowAgain(ct);
        return View.Draft.IsFiled ? Redirect(DraftAddress.Confirmation(Draft)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string document, List<IFormFile> files, CancellationToken ct)
    {
        // A camera and a folder are two fields: the one that was not used sends an empty part.
        var given = files.Where(f => f.FileName.Length > 0).ToList();
        var refusals = given.Count == 0 ? [say["filing.error.noFile"]] : new List<string>();
        foreach (var file in given)
        {
            try
            {
                await using var content = file.OpenReadStream();
                await attach.Handle(new(Draft, document, content, file.FileName), ct);
            }
            catch (RuleBroken refusal)
            {
                // The others of the same form are kept.
                refusals.Add($"{file.FileName} : {say.Find($"refusal.{refusal.Code}") ?? refusal.Message}");
            }
        }
        if (refusals.Count == 0) return Redirect($"{DraftAddress.Of(Draft, DraftSteps.Documents)}#piece-{document}");
        (Sent, Refusals) = (document, refusals);
        foreach (var refusal in refusals) ModelState.AddModelError($"piece-{document}", refusal);
        await ShowAgain(ct);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid file, string document, CancellationToken ct)
    {
        await detach.Handle(new(Draft, file), ct);
        return Redirect($"{DraftAddress.Of(Draft, DraftSteps.Documents)}#piece-{document}");
    }

    public async Task ShowAgain(CancellationToken ct) => View = await read.Handle(new(Draft), ct);
}
