using Anef.Procedures.Domain;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.ListRules;

[MayUse(Role.Ministry)]
internal sealed class ListRulesPage(ProceduresDb db, IRules rules, TimeProvider clock) : PageModel
{
    /// <param name="InForce">Number of the version that holds today.</param>
    /// <param name="Next">The one that comes after it, if any is published.</param>
    public sealed record Line(string Family, string Title, RuleVersion InForce, RuleVersion? Next, int Versions, int Drafts);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<RuleDraft> Drafts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = clock.Today(CivilTime.Paris);
        Drafts = await db.RuleDrafts.AsNoTracking().Where(d => d.State == DraftState.Open).OrderBy(d => d.Family).ThenBy(d => d.Id).ToListAsync(ct);
        var families = rules.Current.All.ToLookup(RuleFamilies.NameOf);
        Lines = [.. RuleFamilies.Names.Select(name => LineOf(name, [.. families[name].OrderBy(v => v.EffectiveFrom).ThenBy(v => v.Version)], today))];
    }

    private Line LineOf(string name, IReadOnlyList<RuleVersion> versions, DateOnly today) => new(name, RuleFamilies.Title(name),
        versions.LastOrDefault(v => v.EffectiveFrom <= today) ?? versions[0], versions.FirstOrDefault(v => v.EffectiveFrom > today), versions.Count, Drafts.Count(d => d.Family == name));
}
