using System.Text;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Anef.Staffing.Access;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Anef.Staffing.PlanStaffing;
using Anef.Staffing.SavePlans;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plan = Anef.Staffing.PlanStaffing.PlanStaffing;

namespace Anef.Staffing.ShowPlan;

/// <summary>How many people a prefecture needs, what becomes of its stock, and what this or that would change.</summary>
[MayUse(Role.TeamManager, Role.Ministry)]
internal sealed class PlanPage(IUseCase<Plan.Request, PlanReport> plan, IUseCase<SavePlan.Request, Guid> save, PlanShelf shelf, WorkDoor door, PrefectureCatalog catalog, IProcedures law, StaffingDb db, TimeProvider clock)
    : PageModel, IShowAgain
{
    private static readonly Role[] Readers = [Role.TeamManager, Role.Ministry];

    [BindProperty(SupportsGet = true, Name = "prefecture")] public string? Prefecture { get; set; }

    /// <summary>A plan that is kept.</summary>
    [BindProperty(SupportsGet = true, Name = "plan")] public Guid? Kept { get; set; }

    /// <summary>Another one to hold beside it.</summary>
    [BindProperty(SupportsGet = true, Name = "avec")] public Guid? With { get; set; }

    [BindProperty(SupportsGet = true, Name = "calcul")] public bool Asked { get; set; }

    public PlanForm Form { get; set; } = new();

    [BindProperty] public string? Name { get; set; }

    [BindProperty] public bool Share { get; set; }

    public IReadOnlyList<Prefecture> Served { get; private set; } = [];

    public IReadOnlyList<Prefecture> Others { get; private set; } = [];

    public IReadOnlyList<Procedure> Procedures { get; private set; } = [];

    public IReadOnlyList<PlanShelf.Kept> Shelf { get; private set; } = [];

    /// <summary>One, or two beside each other.</summary>
    public IReadOnlyList<(string Title, PlanReport Report)> Plans { get; private set; } = [];

    public IReadOnlyList<NeedWatch> Short { get; private set; } = [];

    public string? Refusal { get; private set; }

    public async Task OnGetAsync(PlanForm form, CancellationToken ct)
    {
        Form = form;
        await ShowAgain(ct);
        try
        {
            Plans = await Shown(ct);
        }
        catch (RuleBroken refusal)
        {
            (Refusal, Response.StatusCode) = (refusal.Message, StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>The plan as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(PlanForm form, string? format, CancellationToken ct)
    {
        Form = form;
        var report = Kept is { } id ? (await shelf.Find(id, ct)).Report : await plan.Handle(Form.For(door.Choose(Prefecture, Readers).Code), ct);
        var csv = format == "csv";
        var text = csv ? $"\uFEFF{report.AsCsv()}" : report.AsJson();
        return File(Encoding.UTF8.GetBytes(text), csv ? "text/csv" : "application/json", $"plan-{report.Prefecture}-{report.From:yyyy-MM-dd}.{(csv ? "csv" : "json")}");
    }

    public async Task<IActionResult> OnPostSaveAsync(PlanForm form, CancellationToken ct)
    {
        Form = form;
        var place = door.Choose(Prefecture, Readers).Code;
        var id = await save.Handle(new(Name, Share, Form.For(place)), ct);
        return Redirect($"/agents/plan?prefecture={place}&plan={id}");
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        Served = door.Served(Readers);
        if (Prefecture is null && Served.Count == 1) Prefecture = Served[0].Code;
        Others = [.. catalog.All.Where(p => p.Code != Prefecture).OrderBy(p => p.Code, StringComparer.Ordinal)];
        Procedures = law.All(clock.Today(CivilTime.Paris));
        var codes = Served.Select(p => p.Code).ToList();
        Short = [.. (await db.Needs.AsNoTracking().Where(n => n.Staff < n.Need && codes.Contains(n.Prefecture)).OrderBy(n => n.Prefecture).ToListAsync(ct))];
        if (!string.IsNullOrEmpty(Prefecture)) Shelf = await shelf.Of(door.Choose(Prefecture, Readers).Code, ct);
    }

    private async Task<IReadOnlyList<(string, PlanReport)>> Shown(CancellationToken ct)
    {
        if (Kept is { } id) return With is { } other && other != id ? [await shelf.Find(id, ct), await shelf.Find(other, ct)] : [await shelf.Find(id, ct)];
        if (!Asked || string.IsNullOrEmpty(Prefecture)) return [];
        var place = door.Choose(Prefecture, Readers);
        var own = ($"{place.Code} {place.Name}", await plan.Handle(Form.For(place.Code), ct));
        // The other's plan is for those who may see it: the rest plan their own side of the aid.
        if (Form.ForHelper() is not { } lending || Served.FirstOrDefault(p => p.Code == lending.Prefecture) is not { } helper) return [own];
        return [own, ($"{helper.Code} {helper.Name}, qui aide", await plan.Handle(lending, ct))];
    }
}
