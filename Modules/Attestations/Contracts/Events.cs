using Anef.SharedKernel.Events;
using Anef.SharedKernel.Rules;

namespace Anef.Attestations.Contracts;

/// <summary>What an attestation is.</summary>
public enum AttestationKind
{
    /// <summary>Confirmation du dépôt: proves nothing but the filing.</summary>
    FilingConfirmation,

    /// <summary>Attestation de prolongation d'instruction.</summary>
    Extension,

    /// <summary>Attestation de décision favorable.</summary>
    FavourableDecision,

    /// <summary>Récépissé.</summary>
    Receipt,

    /// <summary>Récépissé of a person whose case goes to the commission.</summary>
    CommissionReceipt,

    /// <summary>Proof of coverage by the expired card (L.433-3).</summary>
    LegalCoverage,

    /// <summary>Statement that stay and rights went on over days that an incident left without a document.</summary>
    Continuity,
}

/// <summary>An attestation was issued.</summary>
/// <param name="ValidUntil">Last day, inclusive; null when open.</param>
/// <param name="Supersedes">Number of the attestation that it follows.</param>
/// <param name="Successor">It follows another without a break, and was issued ahead.</param>
public sealed record AttestationIssued(Guid PersonId, Guid ApplicationId, string Number, AttestationKind Kind, DateOnly ValidFrom, DateOnly? ValidUntil,
    WorkRight Work, string? Mention, string IssuedBy, string LegalBasis, string? Supersedes, bool Successor) : IEvent;

/// <summary>An attestation is replaced from that day on.</summary>
public sealed record AttestationSuperseded(Guid PersonId, Guid ApplicationId, string Number, DateOnly EffectiveOn, string Reason) : IEvent;

/// <summary>An attestation is without effect from that day on.</summary>
public sealed record AttestationRevoked(Guid PersonId, Guid ApplicationId, string Number, DateOnly EffectiveOn, string Reason) : IEvent;

/// <summary>A person with a complete, in-time, undecided request held nothing valid on those days, both inclusive.</summary>
public sealed record CoverageGap(Guid PersonId, Guid ApplicationId, DateOnly From, DateOnly To) : IEvent;

/// <summary>A person's coverage ends on that day and nothing follows as of right.</summary>
/// <param name="Why">In French.</param>
public sealed record CoverageEnding(Guid PersonId, Guid ApplicationId, DateOnly CoveredUntil, string Reason, string Why) : IEvent;
