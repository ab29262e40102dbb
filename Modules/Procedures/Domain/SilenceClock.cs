using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Procedures.Domain;

/// <summary>When silence becomes a refusal, and the appeal: art. R.432-1, R.432-2.</summary>
internal static class SilenceClock
{
    public static SilenceDate? Of(RuleBook book, string procedure, string kind, DateOnly completeSince) =>
        DelayOf(book, procedure, kind, completeSince) is var (delay, rule) ? new(delay.After(completeSince), delay.Words, rule) : null;

    /// <summary>How long the silence lasts; null when it means nothing.</summary>
    public static (Delay Delay, RuleReference Rule)? DelayOf(RuleBook book, string procedure, string kind, DateOnly completeSince)
    {
        var entry = book.Entry(procedure, completeSince);
        var rules = book.Silence.On(completeSince);
        var id = IdOf(entry, kind);
        if (rules.Without.Contains(id)) return null;
        var rule = rules.Delays[id];
        var article = id == entry.Silence ? entry.SilenceArticle ?? rule.Article : rule.Article;
        return (rules.RenewalKinds.Contains(kind) ? rule.Renewal : rule.First, new($"silence.{id}", rules.Version, article));
    }

    public static LegalDate Appeal(RuleBook book, DateOnly refusedOn, bool withRemovalOrder)
    {
        var rules = book.Silence.On(refusedOn);
        var rule = withRemovalOrder ? rules.AppealWithRemovalOrder : rules.Appeal;
        return new(rule.Delay.After(refusedOn), new(withRemovalOrder ? "silence.appealWithRemovalOrder" : "silence.appeal", rules.Version, rule.Article));
    }

    private static string IdOf(CatalogueEntry entry, string kind) => entry.SilenceByKind.GetValueOrDefault(kind, entry.Silence);
}
