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
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.KeepTeam;

/// <summary>How a prefecture's work is shared: what each can take, who is away, whom one helps.</summary>
[MayUse(Role.TeamManager)]
internal sealed class LoadPage(IUseCase<ReadTeam.Request, IReadOnlyList<ReadTeam.Row>> read, IUseCase<KeepMember.Request, Done> keep, IUseCase<KeepAbsence.Request, Done> absence,
    IUseCase<RedistributeWork.RedistributeWork.Request, RedistributeWork.RedistributeWork.Result> share, IUseCase<LendHands.AskForHands.Request, Done> ask, IUseCase<LendHands.AnswerAid.Request, Done> answer,
    IProcedures law, PrefectureCatalog catalog, WorkDoor door, StaffingDb db, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "prefecture")] public string? Prefecture { get; set; }

    [BindProperty] public Guid Account { get; set; }

    [BindProperty] public string? Team { get; set; }

    [BindProperty] public int Capacity { get; set; }

    [BindProperty] public int Share { get; set; } = 100;

    [BindProperty] public List<string> Codes { get; set; } = [];

    [BindProperty] public List<string> Languages { get; set; } = [];

    [BindProperty] public DateOnly? From { get; set; }

    [BindProperty] public DateOnly? Until { get; set; }

    [BindProperty] public Guid? Strike { get; set; }

    [BindProperty] public bool Sure { get; set; }

    [BindProperty] public string? Helper { get; set; }

    [BindProperty] public Guid Aid { get; set; }

    [BindProperty] public bool Agree { get; set; }

    public IReadOnlyList<Prefecture> Served { get; private set; } = [];

    public IReadOnlyList<Prefecture> Others { get; private set; } = [];

    public IReadOnlyList<ReadTeam.Row> Rows { get; private set; } = [];

    public IReadOnlyList<Procedure> Procedures { get; private set; } = [];

    public IReadOnlyList<AidAgreement> Agreements { get; private set; } = [];

    public RedistributeWork.RedistributeWork.Result? Shared { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public Task<IActionResult> OnPostMemberAsync(CancellationToken ct) => Done(keep.Handle(new(Prefecture ?? "", Account, Team, Capacity, Share, Codes, Languages), ct));

    public Task<IActionResult> OnPostAbsenceAsync(CancellationToken ct) => Done(absence.Handle(new(Prefecture ?? "", Account, From, Until, Strike), ct));

    public Task<IActionResult> OnPostAidAsync(CancellationToken ct) => Done(ask.Handle(new(Prefecture ?? "", Helper ?? "", Codes, From, Until), ct));

    public Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) => Done(answer.Handle(new(Aid, Agree), ct));

    public async Task<IActionResult> OnPostShareAsync(CancellationToken ct)
    {
        Shared = await share.Handle(new(Prefecture ?? "", Account, Foresee: !Sure), ct);
        await ShowAgain(ct);
        return Page();
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        var today = clock.Today(CivilTime.Paris);
        Served = door.Served(Role.TeamManager);
        if (Prefecture is null && Served.Count == 1) Prefecture = Served[0].Code;
        if (Prefecture is not { Length: > 0 } place) return;
        Procedures = law.All(today);
        Others = [.. catalog.All.Where(p => p.Code != place).OrderBy(p => p.Code, StringComparer.Ordinal)];
        Rows = await read.Handle(new(place, today), ct);
        Agreements = await db.Aid.AsNoTracking().Where(a => (a.Aided == place || a.Helper == place) && a.Until >= today).OrderBy(a => a.From).ThenBy(a => a.Id).ToListAsync(ct);
    }

    private async Task<IActionResult> Done(Task<Done> act)
    {
        await act;
        return Redirect($"/agents/charge?prefecture={Prefecture}");
    }
}
