using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Anef.Staffing.Domain;
using Anef.Staffing.KeepWorkload;
using Anef.Staffing.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.SetWeights;

/// <summary>The order of the worklist, for the ministry: what weighs what, from when, and what would move.</summary>
[MayUse(Role.Ministry)]
internal sealed class OrderPage(IUseCase<SetWeights.Request, Done> set, IUseCase<ForeseeOrder.Request, IReadOnlyList<ForeseeOrder.Move>> foresee, WeightsInForce weights, PrefectureCatalog prefectures, StaffingDb db,
    TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty] public WeightsForm Form { get; set; } = new();

    [BindProperty] public string? Place { get; set; }

    public Weights InForce { get; private set; } = null!;

    public IReadOnlyList<Weights> History { get; private set; } = [];

    public IReadOnlyList<Prefecture> Prefectures { get; private set; } = [];

    public IReadOnlyList<ForeseeOrder.Move>? Moves { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgain(ct);
        Form = WeightsForm.Of(InForce, clock.Today(CivilTime.Paris).AddDays(1));
    }

    public async Task<IActionResult> OnPostForeseeAsync(CancellationToken ct)
    {
        Moves = await foresee.Handle(new(prefectures.Find(Place ?? "")?.Code ?? throw new RuleBroken("staffing.place", "Choisissez la préfecture sur laquelle essayer cet ordre."), Form.Weights()), ct);
        await ShowAgain(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostSetAsync(CancellationToken ct)
    {
        await set.Handle(new(Form.Weights(), Form.Why ?? ""), ct);
        return Redirect("/ministere/ordre");
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        InForce = await weights.On(clock.Today(CivilTime.Paris), ct);
        History = await db.Weights.AsNoTracking().OrderByDescending(w => w.From).ThenByDescending(w => w.Id).Take(50).ToListAsync(ct);
        Prefectures = [.. prefectures.All.OrderBy(p => p.Code, StringComparer.Ordinal)];
    }
}

/// <summary>The weights as they are typed in.</summary>
internal sealed class WeightsForm
{
    public DateOnly? From { get; set; }

    public int CoverPoints { get; set; }

    public int CoverHorizonDays { get; set; }

    public int LegalPoints { get; set; }

    public int LegalHorizonDays { get; set; }

    public int DangerPoints { get; set; }

    public int BeneficiaryPoints { get; set; }

    public int WorkPoints { get; set; }

    public int AgePoints { get; set; }

    public int AgeHorizonDays { get; set; }

    public int OursPoints { get; set; }

    public int CoverAlertDays { get; set; }

    public int LegalAlertDays { get; set; }

    public string? Why { get; set; }

    public static WeightsForm Of(Weights w, DateOnly from) => new()
    {
        From = from, CoverPoints = w.CoverPoints, CoverHorizonDays = w.CoverHorizonDays, LegalPoints = w.LegalPoints, LegalHorizonDays = w.LegalHorizonDays, DangerPoints = w.DangerPoints,
        BeneficiaryPoints = w.BeneficiaryPoints, WorkPoints = w.WorkPoints, AgePoints = w.AgePoints, AgeHorizonDays = w.AgeHorizonDays, OursPoints = w.OursPoints, CoverAlertDays = w.CoverAlertDays,
        LegalAlertDays = w.LegalAlertDays,
    };

    public Weights Weights() => new()
    {
        From = From ?? default, CoverPoints = CoverPoints, CoverHorizonDays = CoverHorizonDays, LegalPoints = LegalPoints, LegalHorizonDays = LegalHorizonDays, DangerPoints = DangerPoints,
        BeneficiaryPoints = BeneficiaryPoints, WorkPoints = WorkPoints, AgePoints = AgePoints, AgeHorizonDays = AgeHorizonDays, OursPoints = OursPoints, CoverAlertDays = CoverAlertDays, LegalAlertDays = LegalAlertDays,
    };
}
