using Anef.Applications.Domain;
using Anef.Applications.ReadDraft;
using Anef.Applications.SaveDraft;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;

namespace Anef.Applications.TellSituation;

/// <summary>The document held, what became of it, and what the window of the request counts from.</summary>
[MayUse(Role.Applicant, Role.WelcomePoint, Role.CaseOfficer, Role.TeamManager, Role.Referent)]
internal sealed class SituationPage(IUseCase<ReadDraft.ReadDraft.Request, ReadDraft.ReadDraft.View> read, IUseCase<SaveDraft.SaveDraft.Request, Done> save, IProcedures law, Say say, TimeProvider clock) : DraftStepPage(read, save)
{
    [BindProperty]
    public string? Held { get; set; }

    [BindProperty]
    public string? HeldProcedure { get; set; }

    [BindProperty]
    public DateOnly? HeldFrom { get; set; }

    [BindProperty]
    public DateOnly? HeldUntil { get; set; }

    [BindProperty]
    public string? HeldNumber { get; set; }

    [BindProperty]
    public bool HeldWork { get; set; }

    [BindProperty]
    public string? HeldState { get; set; }

    [BindProperty]
    public DateOnly? EnteredOn { get; set; }

    [BindProperty]
    public DateOnly? MovedOn { get; set; }

    [BindProperty]
    public string? Protection { get; set; }

    [BindProperty]
    public DateOnly? RecognisedOn { get; set; }

    [BindProperty]
    public string? Message { get; set; }

    public override string Step => DraftSteps.Situation;

    /// <summary>The permit as the register knows it: nothing more is then asked of it.</summary>
    public HeldDocument? Known => View.Person?.Held;

    public Procedure? Procedure => law.Find(View.Draft.Procedure, Today);

    public bool AsksProtection => View.Person is null && Procedure?.Window == "BPI";

    public bool AsksMove => Procedure?.Window == "MOVE_3M";

    public bool AsksEntry => View.Person?.Situation.EnteredOn is null && View.Draft.Kind != Kinds.Renewal;

    public IEnumerable<(string, string)> Titles => law.All(Today).Where(p => law.MonthsOf(p.Code, Today) is not null).Select(p => (p.Code, say.Find($"procedure.{p.Code}") ?? p.Name));

    private DateOnly Today => clock.Today(CivilTime.Paris);

    protected override void Fill(ReadDraft.ReadDraft.View view)
    {
        var answers = view.Answers;
        Seen = view.Draft.SavesOf(Step);
        Held = answers["held"] ?? (Known is not null ? "yes" : null);
        HeldProcedure = answers["heldProcedure"] ?? (law.Find(view.Draft.Procedure, Today)?.Kinds.Contains(Kinds.Renewal) == true && view.Draft.Kind == Kinds.Renewal ? view.Draft.Procedure : null);
        (HeldFrom, HeldUntil, HeldNumber, HeldWork) = (answers.Day("heldFrom"), answers.Day("heldUntil"), answers["heldNumber"], answers.Yes("heldWork"));
        HeldState = answers["heldState"] ?? (Known is null ? null : Known.Lost ? "lost" : "inHand");
        (EnteredOn, MovedOn, Protection, RecognisedOn, Message) = (answers.Day("enteredOn"), answers.Day("movedOn"), answers["protection"], answers.Day("recognisedOn"), answers["message"]);
    }

    protected override void Judge(ReadDraft.ReadDraft.View view)
    {
        if (Known is null && Held is not ("yes" or "no")) ModelState.AddModelError(nameof(Held), "filing.error.held");
        if (Held == "yes" && Known is null && HeldProcedure is null) ModelState.AddModelError(nameof(HeldProcedure), "filing.error.heldProcedure");
        if (Held == "yes" && Known is null && HeldUntil is null) ModelState.AddModelError(nameof(HeldUntil), "filing.error.heldUntil");
        if (HeldFrom > HeldUntil) ModelState.AddModelError(nameof(HeldFrom), "filing.error.heldFrom");
        if (EnteredOn > Today) ModelState.AddModelError(nameof(EnteredOn), "filing.error.future");
        if (MovedOn > Today) ModelState.AddModelError(nameof(MovedOn), "filing.error.future");
        if (RecognisedOn > Today) ModelState.AddModelError(nameof(RecognisedOn), "filing.error.future");
    }

    protected override IReadOnlyDictionary<string, string?> Given() => new Dictionary<string, string?>
    {
        ["held"] = Held ?? (View?.Person?.Held is null ? null : "yes"),
        ["heldProcedure"] = Held == "no" ? null : HeldProcedure,
        ["heldFrom"] = Held == "no" ? null : Written(HeldFrom),
        ["heldUntil"] = Held == "no" ? null : Written(HeldUntil),
        ["heldNumber"] = Held == "no" ? null : HeldNumber,
        ["heldWork"] = Held != "no" && HeldWork ? "yes" : null,
        ["heldState"] = Held == "no" ? null : HeldState,
        ["enteredOn"] = Written(EnteredOn),
        ["movedOn"] = Written(MovedOn),
        ["protection"] = Protection,
        ["recognisedOn"] = Written(RecognisedOn),
        ["message"] = Message,
    };
}
