using Anef.Procedures.Domain;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Rehearsals;

namespace Anef.Procedures.RehearseDraft;

/// <summary>Publishes rules in a house that only plays: no date is too early, and nothing is asked of who publishes.</summary>
internal sealed class RulesOnStage(ProceduresDb db, IRules rules, TimeProvider clock) : ITakeRules
{
    public async Task Take(IReadOnlyList<RulesText> texts, CancellationToken ct)
    {
        db.AddRange(texts.Select(t => new PublishedRule
        {
            Family = t.Family,
            Version = t.Version,
            EffectiveFrom = t.EffectiveFrom,
            PublishedAt = clock.GetUtcNow(),
            PublishedBy = "répétition",
            Body = t.Body,
        }));
        await db.SaveChangesAsync(ct);
        rules.Refresh();
    }
}
