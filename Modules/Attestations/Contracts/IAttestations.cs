namespace Anef.Attestations.Contracts;

/// <summary>What neighbours may ask of attestations.</summary>
public interface IAttestations
{
    /// <summary>The attestation as a signed PDF, the same bytes' content each time; null when the number is unknown.</summary>
    Task<byte[]?> Pdf(string number, CancellationToken ct);

    /// <summary>The attestations of a person's request, in order of issue.</summary>
    Task<IReadOnlyList<AttestationSummary>> OfApplication(Guid personId, Guid applicationId, CancellationToken ct);
}

/// <summary>An attestation in a list.</summary>
/// <param name="Status"><c>valid</c>, <c>notYetValid</c>, <c>expired</c>, <c>superseded</c>, <c>revoked</c>.</param>
public sealed record AttestationSummary(string Number, AttestationKind Kind, DateOnly ValidFrom, DateOnly? ValidUntil, string Status, string Work, string? Mention, DateTimeOffset IssuedAt);
