using Anef.Procedures.Contracts;

namespace Anef.Procedures.Domain;

/// <summary>What the law owes to protected persons, and not to their family: art. R.424-1, R.431-15-3, R.431-15-4.</summary>
internal sealed record ProtectionRules : RuleVersion
{
    public required HashSet<string> FirstKinds { get; init; }

    public required IReadOnlyDictionary<string, ProtectionStatus> Statuses { get; init; }

    /// <summary>The status on which this request rests; null for family and for everybody else.</summary>
    /// <remarks>Without a declared protection, a ground that only a protected person can ask tells it.</remarks>
    public (string Name, ProtectionStatus Rule)? Of(FilingFacts facts)
    {
        if (facts.FamilyOfProtected) return null;
        if (facts.Protection is not null)
            return Statuses.TryGetValue(facts.Protection, out var declared) ? (facts.Protection, declared) : null;
        var ground = Articles.Normal(facts.Ground);
        foreach (var (name, status) in Statuses)
            if (status.Procedure == facts.Procedure && status.Grounds.Contains(ground)) return (name, status);
        return null;
    }
}

/// <summary>One kind of protection.</summary>
/// <param name="Mention">Words on the document, in French.</param>
/// <param name="CardDue">After the recognition.</param>
internal sealed record ProtectionStatus(string Procedure, HashSet<string> Grounds, string Mention, string DocumentArticle, Delay CardDue, string CardDueArticle);
