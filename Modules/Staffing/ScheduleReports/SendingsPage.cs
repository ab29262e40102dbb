using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.SharedKernel.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Staffing.ScheduleReports;

[MayUse(Role.TeamManager, Role.CaseOfficer, Role.Referent), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SendingsPage(IUseCase<ListSendings.Request, ListSendings.Sendings> list, IUseCase<SetSchedule.Request, Done> set, IUseCase<Subscribe.Request, Done> subscribe, PrefectureCatalog prefectures, Visitor visitor)
    : PageModel, IShowAgain
{
    public static readonly IReadOnlyList<(DayOfWeek Day, string Words)> Days =
    [
        (DayOfWeek.Monday, "lundi"), (DayOfWeek.Tuesday, "mardi"), (DayOfWeek.Wednesday, "mercredi"), (DayOfWeek.Thursday, "jeudi"), (DayOfWeek.Friday, "vendredi"), (DayOfWeek.Saturday, "samedi"), (DayOfWeek.Sunday, "dimanche"),
    ];

    [BindProperty(SupportsGet = true, Name = "prefecture")] public string? Place { get; set; }

    public ListSendings.Sendings Found { get; private set; } = null!;

    public string Name => prefectures.Find(Place!)?.Name ?? Place!;

    public string Zone => prefectures.Of(Place!).TimeZone;

    public bool Leads => visitor.Serves(Place!, Role.TeamManager);

    public bool MaySubscribe => !Leads && visitor.Serves(Place!, Role.CaseOfficer, Role.Referent);

    public Task OnGetAsync(CancellationToken ct) => ShowAgain(ct);

    public async Task<IActionResult> OnPostScheduleAsync(DayOfWeek day, int hour, bool enabled, CancellationToken ct)
    {
        await set.Handle(new(visitor, Place ?? "", day, hour, enabled), ct);
        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostSubscribeAsync(bool wanted, CancellationToken ct)
    {
        await subscribe.Handle(new(visitor, Place ?? "", wanted), ct);
        return Redirect(Here);
    }

    public async Task ShowAgain(CancellationToken ct)
    {
        Place ??= visitor.Prefectures(Role.TeamManager, Role.CaseOfficer, Role.Referent) is [var first, ..] ? first : throw new NotFound("cette préfecture");
        Found = await list.Handle(new(visitor, Place), ct);
    }

    private string Here => $"/agents/rapports/envois?prefecture={Uri.EscapeDataString(Place ?? "")}";
}
