using Anef.Applications.DropDraft;
using Anef.Applications.ListDrafts;
using Anef.Applications.ReadDraft;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Applications.StartDraft;

/// <summary>Where a request begins, and where those that were begun are found again.</summary>
[MayUse(Role.Applicant, Role.WelcomePoint, Role.CaseOfficer, Role.TeamManager, Role.Referent)]
internal sealed class StartPage(IUseCase<StartDraft.Request, Guid> start, IUseCase<ListDrafts.ListDrafts.Request, IReadOnlyList<ListDrafts.ListDrafts.Row>> list, IUseCase<DropDraft.DropDraft.Request, Done> drop,
    IProcedures law, Say say, Visitor visitor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "demarche")]
    public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "fondement")]
    public string? Ground { get; set; }

    /// <summary>The person, when somebody files for them.</summary>
    [BindProperty(SupportsGet = true, Name = "pour")]
    public Guid? For { get; set; }

    [BindProperty(SupportsGet = true, Name = "canal")]
    public string? Channel { get; set; }

    [BindProperty(SupportsGet = true, Name = "recue")]
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>A draft that was just put aside.</summary>
    [BindProperty(SupportsGet = true, Name = "garde")]
    public Guid? Kept { get; set; }

    public IReadOnlyList<ListDrafts.ListDrafts.Row> Drafts { get; private set; } = [];

    public Procedure? Chosen { get; private set; }

    public bool Helps => DraftDoor.Helpers.Any(visitor.Is);

    public IEnumerable<(string, string)> Procedures => law.All(Today).Select(p => (p.Code, NameOf(p)));

    public IEnumerable<(string, string, string?)> Kinds => Chosen?.Kinds.Select(k => (k, say[$"filing.kind.{k}"], (string?)null)) ?? [];

    private DateOnly Today => clock.Today(CivilTime.Paris);

    public string NameOf(Procedure procedure) => say.Named("procedure", procedure.Code, procedure.Name);

    public async Task OnGetAsync(CancellationToken ct) => await ShowAgain(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrEmpty(Procedure))
        {
            ModelState.AddModelError("demarche", "filing.error.procedure");
            await ShowAgain(ct);
            return Page();
        }
        var draft = await start.Handle(new(Procedure, Kind, Ground, For, Channel, ReceivedOn), ct);
        return Redirect(DraftAddress.Of(draft, Domain.DraftSteps.Situation));
    }

    public async Task<IActionResult> OnPostDropAsync(Guid draft, CancellationToken ct)
    {
        await drop.Handle(new(draft), ct);
        return Redirect(For is { } person ? $"{DraftAddress.Start}?pour={person}" : DraftAddress.Start);
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        Drafts = await list.Handle(new(For), ct);
        Chosen = Procedure is null ? null : law.Find(Procedure, Today);
        if (Kind is null && Chosen?.Kinds is [var only]) Kind = only;
    }
}
