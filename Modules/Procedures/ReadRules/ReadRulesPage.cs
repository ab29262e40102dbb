using Anef.Procedures.Domain;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.ReadRules;

[MayUse(Role.Ministry)]
internal sealed class ReadRulesPage(ProceduresDb db, IRules rules, VersionTexts texts, IUseCase<OpenDraft.OpenDraft.Request, Guid> open, TimeProvider clock) : PageModel
{
    /// <param name="Published">Null for a version that the program was born with.</param>
    public sealed record Line(RuleVersion Version, PublishedRule? Published, bool InForce);

    public string Family { get; private set; } = "";

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<RuleDraft> Drafts { get; private set; } = [];

    /// <summary>The version that is read.</summary>
    public RuleVersion Chosen { get; private set; } = null!;

    public string Text { get; private set; } = "";

    /// <summary>Against the number before it.</summary>
    public IReadOnlyList<KeyDifference> Differences { get; private set; } = [];

    public async Task OnGetAsync(string family, int? version, CancellationToken ct)
    {
        Family = RuleFamilies.Exists(family) ? family : throw new NotFound("cette famille de règles");
        var today = clock.Today(CivilTime.Paris);
        var versions = rules.Current.All.Where(v => RuleFamilies.NameOf(v) == family).OrderByDescending(v => v.Version).ToList();
        var inForce = versions.Where(v => v.EffectiveFrom <= today).OrderByDescending(v => v.EffectiveFrom).ThenByDescending(v => v.Version).FirstOrDefault() ?? versions[^1];
        var published = await db.PublishedRules.AsNoTracking().Where(r => r.Family == family).ToDictionaryAsync(r => r.Version, ct);
        Lines = [.. versions.Select(v => new Line(v, published.GetValueOrDefault(v.Version), v == inForce))];
        Drafts = await db.RuleDrafts.AsNoTracking().Where(d => d.Family == family).OrderByDescending(d => d.Id).ToListAsync(ct);
        Chosen = version is null ? inForce : versions.Find(v => v.Version == version) ?? throw new NotFound("cette version");
        Text = await texts.Of(family, Chosen.Version, ct);
        if (versions.Find(v => v.Version < Chosen.Version) is { } before) Differences = RuleDifference.Between(await texts.Of(family, before.Version, ct), Text);
    }

    public async Task<IActionResult> OnPostOpenAsync(string family, CancellationToken ct) =>
        LocalRedirect($"/ministere/regles/brouillons/{await open.Handle(new(family), ct)}");
}
