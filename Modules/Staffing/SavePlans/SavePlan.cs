using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Anef.Staffing.PlanStaffing;
using Plan = Anef.Staffing.PlanStaffing.PlanStaffing;

namespace Anef.Staffing.SavePlans;

/// <summary>Keeps a plan under a name. It is worked out again: the same seed makes the same plan, and nothing that a browser sent is kept as a figure.</summary>
internal sealed class SavePlan(StaffingDb db, IUseCase<Plan.Request, PlanReport> plan, Visitor visitor, TimeProvider clock) : IUseCase<SavePlan.Request, Guid>
{
    /// <param name="Shared">Managers of the prefecture and the ministry see it too.</param>
    public sealed record Request(string? Name, bool Shared, Plan.Request Plan);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        if (!visitor.Serves(request.Plan.Prefecture, Role.TeamManager, Role.Ministry)) throw new NotFound("cette préfecture");
        if (string.IsNullOrWhiteSpace(request.Name) || request.Name.Trim().Length > SavedPlan.LongestName)
            throw new RuleBroken("staffing.plan-name", $"Donnez au plan un nom d'au plus {SavedPlan.LongestName} caractères.");
        var report = await plan.Handle(request.Plan, ct);
        var saved = new SavedPlan
        {
            Prefecture = report.Prefecture, Name = request.Name.Trim(), AccountId = visitor.AccountId ?? Guid.Empty, By = visitor.Name, MadeAt = clock.GetUtcNow(), Shared = request.Shared, Report = report.AsJson(),
        };
        db.Add(saved);
        await db.SaveChangesAsync(ct);
        return saved.Id;
    }
}
