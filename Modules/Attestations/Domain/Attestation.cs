using Anef.Attestations.Contracts;

namespace Anef.Attestations.Domain;

/// <summary>A document that was issued. Its words never change; it may only come to an end.</summary>
internal sealed class Attestation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Number { get; init; } = "";

    public AttestationKind Kind { get; init; }

    public Guid PersonId { get; init; }

    public Guid ApplicationId { get; init; }

    /// <summary>The facts that it states: <see cref="Basis"/>.</summary>
    public Guid BasisId { get; init; }

    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day, inclusive; null when open.</summary>
    public DateOnly? ValidUntil { get; init; }

    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>The signed token of the QR code, kept from the first time that it is made.</summary>
    public string? Token { get; set; }

    /// <summary>First day without effect, when it was superseded or revoked.</summary>
    public DateOnly? EndedOn { get; private set; }

    public AttestationEnd? End { get; private set; }

    public string? EndReason { get; private set; }

    public long Version { get; private set; }

    /// <summary>Comes to an end on that day; the first end stands unless the new one is earlier.</summary>
    public bool EndBy(AttestationEnd end, DateOnly on, string reason)
    {
        if (EndedOn <= on || ValidUntil < on) return false;
        (End, EndedOn, EndReason) = (end, on, reason);
        return true;
    }

    /// <summary>The last day on which it has effect; null when open.</summary>
    public DateOnly? LastDay => EndedOn is { } ended && !(ValidUntil < ended) ? ended.AddDays(-1) : ValidUntil;

    /// <summary>Where it stands on a civil day of its prefecture.</summary>
    public AttestationStatus StatusOn(DateOnly today) => StatusOn(today, ValidFrom, ValidUntil, EndedOn, End);

    public static AttestationStatus StatusOn(DateOnly today, DateOnly from, DateOnly? until, DateOnly? endedOn, AttestationEnd? end) =>
        endedOn <= today ? end == AttestationEnd.Revoked ? AttestationStatus.Revoked : AttestationStatus.Superseded
        : today < from ? AttestationStatus.NotYetValid
        : until < today ? AttestationStatus.Expired
        : AttestationStatus.Valid;
}

internal enum AttestationEnd
{
    Superseded,
    Revoked,
}

/// <summary>The answers of the public verification, besides "unknown".</summary>
internal enum AttestationStatus
{
    Valid,
    NotYetValid,
    Expired,
    Superseded,
    Revoked,
}
