namespace Anef.Procedures.Domain;

/// <summary>Fees in euros by profile: art. L.436-1 and following.</summary>
internal sealed record FeeRules : RuleVersion
{
    public required HashSet<string> RenewalKinds { get; init; }

    public required IReadOnlyDictionary<string, FeeProfile> Profiles { get; init; }
}

/// <summary>What is due, part by part.</summary>
internal sealed record FeeProfile
{
    public required string Article { get; init; }

    public required IReadOnlyList<FeePart> Parts { get; init; }

    /// <summary>The profile that a renewal pays instead; null: the same.</summary>
    public string? Renewal { get; init; }

    public string? Remark { get; init; }
}

/// <summary>A part with its name in French.</summary>
internal sealed record FeePart(string Label, decimal Euros);
