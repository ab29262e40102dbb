namespace Anef.Procedures.Domain;

/// <summary>What a provisional document says of work, by article and by first request or renewal: art. R.431-15-2.</summary>
internal sealed record WorkRules : RuleVersion
{
    private readonly IReadOnlyList<WorkCondition> _conditional = [];
    private Dictionary<string, WorkCondition> _conditions = [];

    public required string Article { get; init; }

    public required string AsPreviousArticle { get; init; }

    public required HashSet<string> RenewalKinds { get; init; }

    public required HashSet<string> Allowed { get; init; }

    public required IReadOnlyList<WorkCondition> Conditional
    {
        get => _conditional;
        init
        {
            _conditional = value;
            _conditions = value.SelectMany(c => c.Grounds.Select(ground => (ground, c))).DistinctBy(p => p.ground).ToDictionary(p => p.ground, p => p.c);
        }
    }

    public required IReadOnlyDictionary<string, WorkException> AlwaysProcedures { get; init; }

    public required IReadOnlyDictionary<string, WorkException> AlwaysGrounds { get; init; }

    public WorkCondition? ConditionOf(string ground) => _conditions.GetValueOrDefault(ground);
}

/// <summary>Grounds that let one work under a condition, in French.</summary>
internal sealed record WorkCondition
{
    public required IReadOnlyList<string> Grounds { get; init; }

    public required string Condition { get; init; }

    /// <summary>Codes of held permits that meet it.</summary>
    public IReadOnlyList<string> SatisfiedByPermits { get; init; } = [];
}

/// <summary>Work allowed by another text than the list.</summary>
internal sealed record WorkException
{
    public required string Article { get; init; }

    public string? Note { get; init; }
}
