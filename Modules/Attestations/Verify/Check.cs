using Anef.Attestations.Domain;

namespace Anef.Attestations.Verify;

/// <summary>Somebody asked after an attestation. Who, nobody notes.</summary>
internal sealed class Check
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AttestationId { get; init; }

    public Guid PersonId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>What was answered.</summary>
    public AttestationStatus Answer { get; init; }
}
