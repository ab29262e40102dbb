using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;

namespace Anef.Procedures.Domain;

/// <summary>Too early, in time or late, and what follows: art. R.431-5, R.431-8, L.436-5.</summary>
internal static class FilingJudge
{
    /// <summary>The better of two judgements: the day in the prefecture's zone, and the day in Paris.</summary>
    public static FilingJudgement Of(RuleBook book, FilingFacts facts)
    {
        var local = On(book, facts, facts.On);
        if (facts.OnInParis is not { } paris || paris == facts.On) return local;
        var there = On(book, facts, paris);
        return Severity(there) < Severity(local) ? there : local;
    }

    private static FilingJudgement On(RuleBook book, FilingFacts facts, DateOnly on)
    {
        var window = FilingWindows.Of(book, facts, on);
        if (window is { Opens: null, Closes: null }) return new(window, Timeliness.NotApplicable, null, facts.Kind, null);
        if (on < window.Opens) return new(window, Timeliness.InTime, window.Opens, facts.Kind, null);
        return on > window.Closes ? Late(book.Late.On(on), window, facts, on) : new(window, Timeliness.InTime, null, facts.Kind, null);
    }

    private static FilingJudgement Late(LateRules rules, FilingWindow window, FilingFacts facts, DateOnly on)
    {
        if (!rules.Kinds.Contains(facts.Kind)) return new(window, Timeliness.Late, null, facts.Kind, null);
        return facts.Held is { } held && on > rules.RenewalUntil.After(held.ValidUntil)
            ? new(window, Timeliness.Late, null, rules.KindAfterwards, null)
            : new(window, Timeliness.Late, null, facts.Kind, new(rules.Euros, rules.WaysOut, new("late.fee", rules.Version, rules.Article)));
    }

    /// <summary>A renewal that is late is better than a first request that is; both are filed, which an early one is not.</summary>
    private static int Severity(FilingJudgement judgement) => judgement switch
    {
        { TooEarlyUntil: not null } => 3,
        { Timeliness: Timeliness.Late, LateFee: null } => 2,
        { Timeliness: Timeliness.Late } => 1,
        _ => 0,
    };
}
