using System.Text.Json;
using System.Text.Json.Nodes;
using Anef.Procedures.Domain;
using Anef.SharedKernel.Rehearsals;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.Persistence;

/// <summary>What is wrong with the text of a draft, and the rules as they would be with it.</summary>
internal sealed class DraftTexts(ProceduresDb db, IRules rules)
{
    /// <summary>Faults of form with their line, else what contradicts the other families.</summary>
    public IEnumerable<TextFault> Faults(RuleDraft draft)
    {
        var malformed = RuleTexts.Faults(draft.Family, draft.Body).ToList();
        return malformed.Count > 0 ? malformed
            : Consistency.Faults(rules.Current.With([RuleFamilies.Parse(draft.Family, draft.Body)])).Select(words => new TextFault(null, words));
    }

    /// <summary>Everything that was published, and the draft.</summary>
    public async Task<IReadOnlyList<RulesText>> WithDraft(RuleDraft draft, DraftPlay play, CancellationToken ct)
    {
        var published = await db.PublishedRules.AsNoTracking().ToListAsync(ct);
        var version = RuleFamilies.Parse(draft.Family, draft.Body);
        return [.. published.Select(p => new RulesText(p.Family, p.Version, p.EffectiveFrom, p.Body)),
            .. play == DraftPlay.Dated ? [new(draft.Family, version.Version, version.EffectiveFrom, draft.Body)] : OnEveryDay(draft, version)];
    }

    /// <summary>A copy over each version of the family: whatever the day, the draft holds.</summary>
    private List<RulesText> OnEveryDay(RuleDraft draft, RuleVersion version)
    {
        var family = rules.Current.All.Where(v => RuleFamilies.NameOf(v) == draft.Family).ToList();
        var number = Math.Max(version.Version, family.Max(v => v.Version) + 1);
        return [.. family.Select(v => v.EffectiveFrom).Append(version.EffectiveFrom).Distinct().Order().Select((day, i) => Copy(draft, number + i, day))];
    }

    private static RulesText Copy(RuleDraft draft, int number, DateOnly day)
    {
        var body = JsonNode.Parse(draft.Body)!;
        (body["version"], body["effectiveFrom"]) = (number, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        return new(draft.Family, number, day, body.ToJsonString(JsonSerializerOptions.Web));
    }
}
