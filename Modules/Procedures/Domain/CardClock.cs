using Anef.Procedures.Contracts;

namespace Anef.Procedures.Domain;

/// <summary>When the card of a protected person is due: art. R.424-1, R.424-7.</summary>
internal static class CardClock
{
    public static LegalDate? Of(RuleBook book, FilingFacts facts)
    {
        var rules = book.Protection.On(facts.On);
        if (facts.RecognisedOn is not { } recognised || !rules.FirstKinds.Contains(facts.Kind)) return null;
        if (rules.Of(facts) is not var (name, status) || status.Procedure != facts.Procedure) return null;
        return new(status.CardDue.After(recognised), new($"protection.{name}", rules.Version, status.CardDueArticle));
    }
}
