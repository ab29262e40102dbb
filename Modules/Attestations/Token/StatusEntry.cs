namespace Anef.Attestations.Token;

/// <summary>The place of an attestation in a published status list: chosen by chance, so that it tells nothing.</summary>
internal sealed class StatusEntry
{
    public Guid AttestationId { get; init; }

    /// <summary>Number of the list, from 1.</summary>
    public int List { get; init; }

    /// <summary>Place in the list, from 0.</summary>
    public int Place { get; init; }
}
