using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Anef.Staffing.PlanStaffing;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.SavePlans;

/// <summary>Plans that are kept: one's own, and those that are shared in one's prefectures.</summary>
internal sealed class PlanShelf(StaffingDb db, Visitor visitor)
{
    private const int Most = 100;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Kept>> Of(string prefecture, CancellationToken ct) =>
        await Visible().Where(p => p.Prefecture == prefecture).OrderByDescending(p => p.MadeAt).ThenByDescending(p => p.Id).Take(Most).Select(p => new Kept(p.Id, p.Name, p.By, p.MadeAt, p.Shared)).ToListAsync(ct);

    /// <exception cref="NotFound">It is not theirs to see.</exception>
    public async Task<(string Name, PlanReport Report)> Find(Guid id, CancellationToken ct)
    {
        var plan = await Visible().SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotFound("ce plan");
        return (plan.Name, PlanReport.Read(plan.Report));
    }

    private IQueryable<SavedPlan> Visible()
    {
        var (me, served) = (visitor.AccountId, visitor.Prefectures(Role.TeamManager, Role.Ministry));
        var plans = db.Plans.AsNoTracking().Where(p => p.AccountId == me || p.Shared);
        return served is null ? plans : plans.Where(p => served.Contains(p.Prefecture));
    }

    internal sealed record Kept(Guid Id, string Name, string By, DateTimeOffset MadeAt, bool Shared);
}
