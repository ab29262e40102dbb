using Anef.Applications.Domain;
using Anef.Applications.ForeseeFiling;
using Anef.Applications.ReadDraft;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.FileDraft;

/// <summary>The last look before filing: answers, what filing now means, who will be told; and a choice where the same request is already on its way.</summary>
[MayUse(Role.Applicant, Role.WelcomePoint, Role.CaseOfficer, Role.TeamManager, Role.Referent)]
internal sealed class CheckPage(IUseCase<ReadDraft.ReadDraft.Request, ReadDraft.ReadDraft.View> read, IUseCase<ForeseeFiling.ForeseeFiling.Request, ForeseeFiling.ForeseeFiling.Foreseen> foresee,
    IUseCase<FileDraft.Request, FileDraft.Filed> file, Say say) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Guid Draft { get; set; }

    [BindProperty]
    public bool LateAccepted { get; set; }

    [BindProperty]
    public bool Consent { get; set; }

    public ReadDraft.ReadDraft.View View { get; private set; } = null!;

    public ForeseeFiling.ForeseeFiling.Foreseen Foreseen { get; private set; } = null!;

    /// <summary>The fields that a step shows here, in their order.</summary>
    public static IReadOnlyList<(string Step, string[] Fields)> Summary { get; } =
    [
        (DraftSteps.Situation, ["held", "heldProcedure", "heldUntil", "heldFrom", "heldNumber", "heldWork", "heldState", "enteredOn", "movedOn", "protection", "recognisedOn", "message"]),
        (DraftSteps.Identity, ["surname", "firstNames", "born", "birthPlace", "nationality", "sex", "foreignerNumber"]),
        (DraftSteps.Contact, ["safeContact", "email", "phone", "address", "postcode", "commune", "language"]),
        (DraftSteps.Place, ["prefecture"]),
    ];

    public string NameOf(FileDocument document) => say.Named("document", document.Code, document.Label);

    /// <summary>An answer as it is said, where it is one of a few or a day.</summary>
    public string Said(string field, string answer) => field switch
    {
        "held" or "heldWork" or "safeContact" => say[$"filing.{answer}"],
        "heldState" => say[$"filing.state.{answer}"],
        "protection" => say[$"filing.protection.{answer}"],
        "sex" => say[$"filing.sex.{answer}"],
        _ when View.Answers.Day(field) is { } day => say.Day(day),
        _ => answer,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ShowAgain(ct);
        return View.Draft.IsFiled ? Redirect(DraftAddress.Confirmation(Draft)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await file.Handle(new(Draft, LateAccepted, Consent), ct);
        return Redirect(DraftAddress.Confirmation(Draft));
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        View = await read.Handle(new(Draft), ct);
        Foreseen = View.Draft.IsFiled ? new() : await foresee.Handle(new(Draft), ct);
    }
}
