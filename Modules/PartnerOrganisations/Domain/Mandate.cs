using Anef.SharedKernel.Rules;

namespace Anef.PartnerOrganisations.Domain;

/// <summary>A person lets an organisation act for them: for what, until when, and what proves it.</summary>
internal sealed class Mandate
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OrganisationId { get; init; }

    public Guid PersonId { get; init; }

    /// <summary>Catalogue codes; none stands for everything.</summary>
    public IReadOnlyList<string> Procedures { get; init; } = [];

    public MandateProof Proof { get; init; }

    /// <summary>The signed file, where that is the proof.</summary>
    public Guid? File { get; init; }

    /// <summary>The agent who took the statement or looked at the signature; else the person themselves.</summary>
    public string? ValidatedBy { get; private set; }

    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>Null while nobody has looked at the proof: it counts for nothing.</summary>
    public DateTimeOffset? ValidAt { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly Until { get; init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary><c>person</c>, <c>organisation</c>, <c>agent</c>.</summary>
    public string? RevokedBy { get; private set; }

    public long Version { get; private set; }

    public bool HoldsOn(DateOnly day) => ValidAt is not null && RevokedAt is null && day <= Until;

    public bool HoldsFor(string? procedure, DateOnly day) => HoldsOn(day) && (procedure is null || Procedures.Count == 0 || Procedures.Contains(procedure));

    /// <param name="by">The agent; null for the person themselves.</param>
    public void Validate(string? by, DateTimeOffset now)
    {
        if (RevokedAt is not null) throw new RuleBroken("partners.mandate-over", "Ce mandat a pris fin : il en faut un nouveau.");
        (ValidAt, ValidatedBy) = (ValidAt ?? now, ValidatedBy ?? by);
    }

    public void Revoke(string by, DateTimeOffset now) => (RevokedAt, RevokedBy) = (RevokedAt ?? now, RevokedBy ?? by);
}

/// <summary>What proves a mandate. Written to the database by name.</summary>
internal enum MandateProof
{
    /// <summary>A file that the person signed; an agent has to look at it.</summary>
    SignedFile,

    /// <summary>A code sent to the person, that they gave to the organisation.</summary>
    Code,

    /// <summary>What the person said at a counter.</summary>
    CounterStatement,
}
