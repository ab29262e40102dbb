using Anef.SharedKernel.Rules;

namespace Anef.PartnerOrganisations.Domain;

/// <summary>A signed mandate that an organisation sent; it counts for nothing until an agent has looked at the signature.</summary>
internal sealed class MandateProposal
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OrganisationId { get; init; }

    /// <summary>Of a foreigner or of a request, as the organisation wrote it.</summary>
    public required string Number { get; init; }

    public DateOnly Born { get; init; }

    public IReadOnlyList<string> Procedures { get; init; } = [];

    /// <summary>Last day of the mandate.</summary>
    public DateOnly Until { get; init; }

    public Guid File { get; init; }

    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    public required string ProposedBy { get; init; }

    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>Never told to the organisation; null when nobody was found.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>Who looks at it; null when nobody was found: any prefecture of the organisation.</summary>
    public string? Prefecture { get; set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public string? SettledBy { get; private set; }

    public bool Accepted { get; private set; }

    /// <summary>Why not, for the organisation.</summary>
    public string? Reason { get; private set; }

    public long Version { get; private set; }

    /// <param name="reason">Null to accept.</param>
    /// <exception cref="RuleBroken">It was settled before.</exception>
    public void Settle(string by, string? reason, DateTimeOffset now)
    {
        if (SettledAt is not null) throw new RuleBroken("partners.proposal-settled", "Quelqu'un s'est déjà prononcé sur ce mandat.");
        (SettledAt, SettledBy, Accepted, Reason) = (now, by, reason is null, reason);
    }
}
