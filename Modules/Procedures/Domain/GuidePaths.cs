using Anef.Procedures.Contracts;

namespace Anef.Procedures.Domain;

/// <summary>Follows the answers of a person to what they may ask, when, and what follows.</summary>
internal static class GuidePaths
{
    private static readonly string[] ByPreference = ["change_status", "change_ground", "first"];

    /// <summary>What may be asked, without its dates.</summary>
    public static GuideFindings Of(RuleBook book, GuideFacts facts)
    {
        var rules = book.Guide.On(facts.On).Answers.Where(r => r.Fits(facts.Document, facts.Situation)).ToList();
        var held = Held(book, facts);
        var offers = rules.SelectMany(rule => Offers(book, rule, held, facts)).DistinctBy(o => (o.Procedure, o.Kind, o.Variant)).ToList();
        return new([.. offers.OrderBy(o => o.Timing == OfferTiming.TooEarly)], [.. rules.SelectMany(r => r.Advice).Distinct()], rules.Any(r => r.Talk) || offers.Count == 0);
    }

    /// <summary>The permit that the answers describe; its first day is as the longest permit of its kind would have it.</summary>
    public static HeldPermit? Held(RuleBook book, GuideFacts facts)
    {
        var document = book.Guide.On(facts.On).Document(facts.Document);
        if (document?.Permit is not { } permit || facts.Until is not { } until) return null;
        var months = book.Catalogue.On(facts.On).Find(permit)?.Titles.Max(t => t.Months) ?? 0;
        return new(permit, null, until.AddDays(1).AddMonths(-Math.Max(months, 1)), until, Work: true);
    }

    private static IEnumerable<GuideOffer> Offers(RuleBook book, GuideRule rule, HeldPermit? held, GuideFacts facts)
    {
        if (rule.Renews && held is not null)
            foreach (var entry in book.Catalogue.On(facts.On).RenewersOf(held.Procedure))
                yield return Offer(book, new(entry.Code, rule.Why ?? "", "renewal", rule.Variant), held, facts);
        foreach (var suggestion in rule.Suggests)
            yield return Offer(book, suggestion, held, facts);
    }

    private static GuideOffer Offer(RuleBook book, GuideSuggestion suggestion, HeldPermit? held, GuideFacts facts)
    {
        var entry = book.Entry(suggestion.Procedure, facts.On);
        var kind = suggestion.Kind ?? KindOf(entry, held);
        var judgement = Judge(book, entry, kind, held, facts);
        if (kind != "renewal" || judgement.Kind == kind) return new(entry.Code, kind, suggestion.Why, suggestion.Variant, judgement, Timing(judgement));
        var instead = book.Guide.On(facts.On).AfterSixMonths.GetValueOrDefault(entry.Code, entry.Code);
        return new(instead, judgement.Kind, suggestion.Why, suggestion.Variant, judgement, OfferTiming.FirstAgain);
    }

    /// <summary>A person who holds a permit changes it rather than begins again.</summary>
    private static string KindOf(CatalogueEntry entry, HeldPermit? held) =>
        held is null ? (entry.Kinds.Contains("first") ? "first" : entry.Kinds[0])
        : entry.Renewed.Contains(held.Procedure) && entry.Kinds.Contains("renewal") ? "renewal"
        : Array.Find(ByPreference, entry.Kinds.Contains) ?? entry.Kinds[0];

    private static FilingJudgement Judge(RuleBook book, CatalogueEntry entry, string kind, HeldPermit? held, GuideFacts facts) => FilingJudge.Of(book, new()
    {
        Procedure = entry.Code,
        Kind = kind,
        Ground = entry.Articles is [var first, ..] ? first : "",
        Department = facts.Department,
        On = facts.On,
        OnInParis = facts.OnInParis,
        Held = held,
        Born = facts.Born,
        EnteredOn = facts.EnteredOn,
        MovedOn = facts.MovedOn,
    });

    private static OfferTiming Timing(FilingJudgement judgement) => judgement switch
    {
        { TooEarlyUntil: not null } => OfferTiming.TooEarly,
        { Timeliness: Timeliness.Late } => OfferTiming.Late,
        { Timeliness: Timeliness.InTime } => OfferTiming.InTime,
        _ => OfferTiming.Anytime,
    };
}

/// <summary>What a person answered.</summary>
internal sealed record GuideFacts
{
    public required string Document { get; init; }

    public required string Situation { get; init; }

    public required string Department { get; init; }

    /// <summary>The day that it is in the department.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The day that it is in Paris.</summary>
    public required DateOnly OnInParis { get; init; }

    /// <summary>Last day of the document held.</summary>
    public DateOnly? Until { get; init; }

    public DateOnly? EnteredOn { get; init; }

    public DateOnly? Born { get; init; }

    public DateOnly? MovedOn { get; init; }
}

/// <summary>What came of the answers.</summary>
/// <param name="Talk">Only a person can say more.</param>
internal sealed record GuideFindings(IReadOnlyList<GuideOffer> Offers, IReadOnlyList<string> Advice, bool Talk);

/// <summary>One procedure that may be asked, and when.</summary>
internal sealed record GuideOffer(string Procedure, string Kind, string Why, string? Variant, FilingJudgement Judgement, OfferTiming Timing);

/// <summary>Where today stands to the window.</summary>
internal enum OfferTiming
{
    InTime,
    Anytime,
    TooEarly,
    Late,

    /// <summary>More than six months late: the request is a first one again.</summary>
    FirstAgain,
}
