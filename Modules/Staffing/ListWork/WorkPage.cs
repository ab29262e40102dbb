using Anef.Accounts.Contracts;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Anef.Staffing.Access;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.ListWork;

/// <summary>The worklist. Every filter is in the address, so that a list can be kept and sent.</summary>
[MayUse(Role.CaseOfficer, Role.Referent, Role.TeamManager)]
internal sealed class WorkPage(IUseCase<ListWork.Request, ListWork.Page> list, IUseCase<TakeNext.TakeNext.Request, TakeNext.TakeNext.Taken?> next, IUseCase<SaveFilter.Request, Done> save,
    IUseCase<AssignWork.AssignWork.Request, AssignWork.AssignWork.Result> assign, IProcedures law, IAccounts accounts, StaffingDb db, Visitor visitor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "prefecture")] public string? Prefecture { get; set; }

    [BindProperty(SupportsGet = true, Name = "file")] public string? Queue { get; set; }

    [BindProperty(SupportsGet = true, Name = "demarche")] public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true, Name = "langue")] public string? Language { get; set; }

    [BindProperty(SupportsGet = true, Name = "apres")] public string? After { get; set; }

    [BindProperty] public string? FilterName { get; set; }

    /// <summary>Numbers of the files that are ticked.</summary>
    [BindProperty] public List<string> Chosen { get; set; } = [];

    /// <summary>Account, or <c>tous</c> to give the files back.</summary>
    [BindProperty] public string? Officer { get; set; }

    [BindProperty] public bool Sure { get; set; }

    public ListWork.Page Found { get; private set; } = null!;

    public IReadOnlyList<Procedure> Procedures { get; private set; } = [];

    public IReadOnlyList<SavedFilter> Filters { get; private set; } = [];

    /// <summary>Who files may be given to: the team for its manager, oneself for an officer.</summary>
    public IReadOnlyList<AccountFacts> Team { get; private set; } = [];

    public AssignWork.AssignWork.Result? Outcome { get; private set; }

    public bool Nothing { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostNextAsync(CancellationToken ct)
    {
        if (await next.Handle(new(Prefecture, Queue, Procedure), ct) is { } taken) return Redirect($"/agents/dossiers/{taken.Number}");
        Nothing = true;
        await ShowAgain(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken ct)
    {
        await save.Handle(new(FilterName ?? "", Here().Split('?', 2) is [_, var query] ? query : ""), ct);
        return Redirect(Here());
    }

    public async Task<IActionResult> OnPostForgetAsync(CancellationToken ct)
    {
        await save.Handle(new(FilterName ?? "", ""), ct);
        return Redirect(Here());
    }

    public async Task<IActionResult> OnPostAssignAsync(CancellationToken ct)
    {
        if (!Guid.TryParse(Officer, out var account) && Officer != "tous") throw new RuleBroken("staffing.whom", "Choisissez à qui confier les dossiers cochés.");
        Outcome = await assign.Handle(new(Prefecture ?? "", Chosen, Officer == "tous" ? null : account, Foresee: !Sure), ct);
        await ShowAgain(ct);
        return Page();
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        Procedures = law.All(clock.Today(CivilTime.Paris));
        Found = await list.Handle(new(Prefecture, Queue, Procedure, Language, After), ct);
        Prefecture = Found.Prefecture;
        var me = visitor.AccountId;
        Filters = await db.Filters.AsNoTracking().Where(f => f.AccountId == me).OrderBy(f => f.Name).ToListAsync(ct);
        if (Found.Prefecture is not { } place || Found.Aided) return;
        var team = await accounts.Agents(place, WorkDoor.Officers, ct);
        Team = visitor.Serves(place, Role.TeamManager) ? team : [.. team.Where(a => a.AccountId == me)];
    }

    public string Name(string procedure) => Procedures.FirstOrDefault(p => p.Code == procedure)?.Name ?? procedure;

    /// <summary>Where an act on this list is sent.</summary>
    public string Act(string handler) => QueryHelpers.AddQueryString(Here(), "handler", handler);

    /// <summary>Where everything else is done to the files that are ticked, and whence one comes back here.</summary>
    public string Elsewhere => QueryHelpers.AddQueryString("/agents/lots?handler=Choose", "retour", Here(After));

    /// <summary>This list, from its beginning or from there on.</summary>
    public string Here(string? after = null) => QueryHelpers.AddQueryString("/agents/travail", new Dictionary<string, string?>
    {
        ["prefecture"] = Prefecture, ["file"] = Queue, ["demarche"] = Procedure, ["langue"] = Language, ["apres"] = after,
    }.Where(p => !string.IsNullOrEmpty(p.Value)));
}
