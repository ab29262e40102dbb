namespace Anef.Procedures.Domain;

/// <summary>One version of one family of rules, as it is written in its file or was published.</summary>
internal abstract record RuleVersion
{
    public required int Version { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>What a reader of the rules should know, in French.</summary>
    public string? Note { get; init; }
}
