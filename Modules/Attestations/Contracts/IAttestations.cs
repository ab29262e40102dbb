namespace Anef.Attestations.Contracts;

/// <summary>What neighbours may ask of attestations.</summary>
public interface IAttestations
{
    /// <summary>The attestation as a signed PDF, the same bytes' content each time; null when the number is unknown.</summary>
    Task<byte[]?> Pdf(string number, CancellationToken ct);

    /// <summary>The code of the attestation as an SVG picture: the same that the PDF bears; null when the number is unknown.</summary>
    Task<string?> Qr(string number, CancellationToken ct);

    /// <summary>How far a person's documents reach today, and what is issued next.</summary>
    Task<CoverageSummary> CoverageOf(Guid personId, CancellationToken ct);

    /// <summary>The same of many people at once; each of them is in the answer.</summary>
    Task<IReadOnlyDictionary<Guid, CoverageSummary>> CoverageOf(IReadOnlyCollection<Guid> people, CancellationToken ct);

    /// <summary>The attestations of a person's request, in order of issue.</summary>
    Task<IReadOnlyList<AttestationSummary>> OfApplication(Guid personId, Guid applicationId, CancellationToken ct);

    /// <summary>What was issued to these people, in order of issue.</summary>
    Task<IReadOnlyList<IssuedFacts>> IssuedTo(IReadOnlyCollection<Guid> people, CancellationToken ct);

    /// <summary>The days on which these people held nothing that they were owed.</summary>
    Task<IReadOnlyList<GapFacts>> GapsOf(IReadOnlyCollection<Guid> people, CancellationToken ct);

    /// <summary>When a person's attestations were checked, the latest first, at most a hundred: for the person.</summary>
    Task<IReadOnlyList<CheckSummary>> ChecksOf(Guid personId, CancellationToken ct);
}

/// <summary>A document that was issued.</summary>
/// <param name="IssuedOn">Civil day of the prefecture that issued it.</param>
public sealed record IssuedFacts(Guid PersonId, Guid ApplicationId, string Number, AttestationKind Kind, DateOnly IssuedOn, DateOnly ValidFrom, DateOnly? ValidUntil);

/// <summary>Days without a document that was due, both inclusive.</summary>
public sealed record GapFacts(Guid PersonId, Guid ApplicationId, DateOnly From, DateOnly To);

/// <summary>Somebody checked an attestation; nobody asks them who they are.</summary>
/// <param name="Answer">The status that they were given.</param>
public sealed record CheckSummary(string Number, DateTimeOffset At, string Answer);

/// <summary>An attestation in a list.</summary>
/// <param name="Status"><c>valid</c>, <c>notYetValid</c>, <c>expired</c>, <c>superseded</c>, <c>revoked</c>.</param>
public sealed record AttestationSummary(string Number, AttestationKind Kind, DateOnly ValidFrom, DateOnly? ValidUntil, string Status, string Work, string? Mention, DateTimeOffset IssuedAt)
{
    /// <summary>The condition of the right to work, in French, where <see cref="Work"/> is <c>conditional</c>.</summary>
    public string? WorkCondition { get; init; }

    /// <summary>Coming back to France with it: <c>no</c> or <c>withHeldPermit</c>.</summary>
    public string Travel { get; init; } = "no";

    /// <summary>Article under which it was issued.</summary>
    public string LegalBasis { get; init; } = "";
}
