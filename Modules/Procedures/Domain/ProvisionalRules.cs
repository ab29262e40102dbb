using Anef.Procedures.Contracts;

namespace Anef.Procedures.Domain;

/// <summary>Which documents a person is given while nothing is decided: art. R.431-12, R.431-15-1 to -4, R.432-9.</summary>
internal sealed record ProvisionalRules : RuleVersion
{
    public required HashSet<string> KindsWithout { get; init; }

    /// <summary>Ids of procedures that give none, or none of these kinds.</summary>
    public required HashSet<string> ChainsWithout { get; init; }

    public required IReadOnlyDictionary<string, ProvisionalChain> Chains { get; init; }

    public required CommissionRule Commission { get; init; }
}

/// <summary>Documents in order; the last repeats.</summary>
internal sealed record ProvisionalChain
{
    public required IReadOnlyList<Term> Terms { get; init; }

    public required string Article { get; init; }

    /// <summary>For those who hold no permit, where it is another paragraph.</summary>
    public string? ArticleWithoutPermit { get; init; }

    /// <summary>Due from filing, whatever is missing, for the protected person.</summary>
    public bool OnFilingForProtected { get; init; }

    public IReadOnlyDictionary<string, ProvisionalChain> ByKind { get; init; } = new Dictionary<string, ProvisionalChain>();
}

/// <summary>One document of the chain.</summary>
internal sealed record Term
{
    public required ProvisionalKind Document { get; init; }

    public int Months { get; init; }

    public int Days { get; init; }

    public DocumentTerm ToContract() => new(Document, Months, Days);
}

/// <summary>The receipt of whoever goes before the residence-permit commission.</summary>
internal sealed record CommissionRule(Term Term, string Article, string MentionWhenPermitAllowedWork);
