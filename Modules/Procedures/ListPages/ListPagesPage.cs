using Anef.Procedures.Domain;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Procedures.ListPages;

[MayUse(Role.TeamManager)]
internal sealed class ListPagesPage(PagesOf pages, IUseCase<VerifyPage.VerifyPage.Request, Done> verify, IUseCase<EndNotice.EndNotice.Request, Done> end, PrefectureCatalog prefectures, Visitor visitor, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "departement")]
    public string? Department { get; set; }

    /// <summary>Those that the manager leads.</summary>
    public IReadOnlyList<Prefecture> Mine { get; } = [.. prefectures.All.Where(p => visitor.Serves(p.Code, Role.TeamManager))];

    public Prefecture Prefecture { get; private set; } = null!;

    public IReadOnlyList<PagesOf.Line> Lines { get; private set; } = [];

    public LocalNotice? ForAll { get; private set; }

    public IReadOnlyList<LocalNotice> RunOut { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Choose();
        var today = clock.Today(Prefecture.TimeZone);
        Lines = await pages.Read(Prefecture.Code, today, ct);
        var notices = await pages.NoticesOf(Prefecture.Code, ct);
        ForAll = notices.Find(n => n.Procedure.Length == 0 && n.HoldsOn(today));
        RunOut = [.. notices.Where(n => !n.HoldsOn(today))];
    }

    public async Task<IActionResult> OnPostVerifyAsync(string? code, CancellationToken ct)
    {
        Choose();
        await verify.Handle(new(Prefecture.Code, code ?? ""), ct);
        return Back($"ligne-{code}");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid notice, CancellationToken ct)
    {
        Choose();
        await end.Handle(new(notice), ct);
        return Back("textes");
    }

    private LocalRedirectResult Back(string anchor) => LocalRedirect($"/prefecture/pages?departement={Prefecture.Code}#{anchor}");

    private void Choose() => Prefecture = (Department is null ? (Mine.Count > 0 ? Mine[0] : null) : Mine.FirstOrDefault(p => p.Code == Department)) ?? throw new NotFound("cette préfecture");
}
