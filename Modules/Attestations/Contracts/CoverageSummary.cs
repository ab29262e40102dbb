namespace Anef.Attestations.Contracts;

/// <summary>How far a person's documents reach today, and what is issued next. The held permit is not counted: its owner knows it.</summary>
public sealed record CoverageSummary
{
    /// <summary>Number of the document that has effect today; null when none has.</summary>
    public string? Number { get; init; }

    /// <summary>What it is.</summary>
    public AttestationKind? Kind { get; init; }

    /// <summary>The request under which it was issued.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>Last day of it and of those that were already issued to follow it without a break; null when it is open.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Number of the next document when it is issued already and not yet valid.</summary>
    public string? FollowingNumber { get; init; }

    /// <summary>Its first day.</summary>
    public DateOnly? FollowingFrom { get; init; }

    /// <summary>Its last day; null when it is open.</summary>
    public DateOnly? FollowingUntil { get; init; }

    /// <summary>Last day of coverage by the expired card (L.433-3); null when the law gives none.</summary>
    public DateOnly? LawUntil { get; init; }

    /// <summary>A next document is issued by itself while nothing is decided.</summary>
    public bool GoesOn { get; init; }

    /// <summary>What the next document will be.</summary>
    public AttestationKind? NextKind { get; init; }

    /// <summary>Its first day.</summary>
    public DateOnly? NextFrom { get; init; }

    /// <summary>The day on which it is issued.</summary>
    public DateOnly? NextIssuedOn { get; init; }
}
