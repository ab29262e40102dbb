using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using Anef.Procedures.ListPages;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.WatchPages;

/// <summary>The public pages as the ministry sees them: its own to verify, and how many each prefecture has left unverified.</summary>
[MayUse(Role.Ministry)]
internal sealed class WatchPagesPage(ProceduresDb db, PagesOf pages, IProcedures procedures, PrefectureCatalog prefectures, IUseCase<VerifyPage.VerifyPage.Request, Done> verify, TimeProvider clock) : PageModel
{
    /// <param name="Stale">Pages that nobody has verified for ninety days.</param>
    public sealed record Line(Prefecture Prefecture, int Pages, int Stale, int Notices, int RunOut);

    public IReadOnlyList<PagesOf.Line> National { get; private set; } = [];

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = clock.Today(CivilTime.Paris);
        var codes = procedures.All(today).Select(p => p.Code).ToHashSet();
        var checks = await db.PageChecks.GroupBy(c => new { c.Prefecture, c.Procedure }).Select(g => new { g.Key.Prefecture, g.Key.Procedure, On = g.Max(c => c.On) }).ToListAsync(ct);
        var fresh = checks.Where(c => codes.Contains(c.Procedure) && !PageCheck.IsStale(c.On, today)).ToLookup(c => c.Prefecture);
        var notices = (await db.LocalNotices.AsNoTracking().Where(n => n.EndedAt == null).Select(n => new { n.Prefecture, n.ExpiresOn }).ToListAsync(ct)).ToLookup(n => n.Prefecture);
        National = await pages.Read("", today, ct);
        Lines = [.. prefectures.All.Select(p => new Line(p, codes.Count, codes.Count - fresh[p.Code].Count(), notices[p.Code].Count(n => n.ExpiresOn >= today), notices[p.Code].Count(n => n.ExpiresOn < today)))];
    }

    public async Task<IActionResult> OnPostVerifyAsync(string? code, CancellationToken ct)
    {
        await verify.Handle(new("", code ?? ""), ct);
        return LocalRedirect($"/ministere/pages#ligne-{code}");
    }
}
