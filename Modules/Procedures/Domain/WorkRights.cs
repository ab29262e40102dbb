using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Procedures.Domain;

/// <summary>Whether a provisional document lets its holder work: art. R.431-14, R.431-15-2. Always the most favourable rule.</summary>
internal static class WorkRights
{
    public static WorkRuling Of(RuleBook book, FilingFacts facts)
    {
        var rules = book.Work.On(facts.On);
        var ground = Articles.Normal(facts.Ground);
        if (facts.Held is { Work: true }) return Yes(rules, "asPrevious", rules.AsPreviousArticle);
        if (rules.AlwaysProcedures.TryGetValue(facts.Procedure, out var byProcedure)) return Yes(rules, facts.Procedure, byProcedure.Article);
        if (rules.AlwaysGrounds.TryGetValue(ground, out var byGround)) return Yes(rules, ground, byGround.Article);
        if (rules.Allowed.Contains(ground)) return Yes(rules, "allowed", rules.Article);
        var condition = rules.ConditionOf(ground);
        if (condition is not null && facts.Held is { } held && condition.SatisfiedByPermits.Contains(held.Procedure))
            return Yes(rules, "conditionMet", rules.Article);
        if (facts.Held is not null && rules.RenewalKinds.Contains(facts.Kind))
            return new(WorkRight.No, null, Reference(rules, "asPrevious", rules.AsPreviousArticle));
        return condition is null
            ? new(WorkRight.No, null, Reference(rules, "notListed", rules.Article))
            : new(WorkRight.Conditional, condition.Condition, Reference(rules, "conditional", rules.Article));
    }

    private static WorkRuling Yes(WorkRules rules, string name, string article) => new(WorkRight.Yes, null, Reference(rules, name, article));

    private static RuleReference Reference(WorkRules rules, string name, string article) => new($"work.{name}", rules.Version, article);
}
