using Anef.Procedures.Contracts;

namespace Anef.Procedures.Domain;

/// <summary>The chain of documents due while nothing is decided: art. R.431-12, R.431-15-1 to -4.</summary>
internal static class ProvisionalDocuments
{
    public static ProvisionalRule? Of(RuleBook book, FilingFacts facts)
    {
        var rules = book.Provisional.On(facts.On);
        var id = book.Entry(facts.Procedure, facts.On).Provisional;
        if (rules.KindsWithout.Contains(facts.Kind) || rules.ChainsWithout.Contains(id)) return null;
        var chain = rules.Chains[id];
        chain = chain.ByKind.GetValueOrDefault(facts.Kind, chain);
        var status = chain.OnFilingForProtected ? book.Protection.On(facts.On).Of(facts)?.Rule : null;
        var article = status?.DocumentArticle ?? (facts.Held is null ? chain.ArticleWithoutPermit : null) ?? chain.Article;
        return new([.. chain.Terms.Select(t => t.ToContract())], status is not null, status?.Mention, new($"provisional.{id}", rules.Version, article));
    }

    /// <summary>Art. R.432-9.</summary>
    public static ProvisionalRule OfCommission(RuleBook book, FilingFacts facts)
    {
        var rules = book.Provisional.On(facts.On);
        var rule = rules.Commission;
        var mention = facts.Held is { Work: true } ? rule.MentionWhenPermitAllowedWork : null;
        return new([rule.Term.ToContract()], false, mention, new("provisional.commission", rules.Version, rule.Article));
    }
}
