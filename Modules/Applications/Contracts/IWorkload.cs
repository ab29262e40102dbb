using Anef.SharedKernel.Security;

namespace Anef.Applications.Contracts;

/// <summary>What the work on requests consists of, for whoever orders and counts it.</summary>
/// <remarks>Restricted requests are told too: who asks counts them, and shows them to nobody who is not named on them.</remarks>
public interface IWorkload
{
    /// <summary>These people and their requests; whoever is unknown is not in the answer.</summary>
    Task<IReadOnlyList<PersonWork>> Of(IReadOnlyCollection<Guid> people, CancellationToken ct);

    /// <summary>Names of these people as lists write them.</summary>
    Task<IReadOnlyDictionary<Guid, string>> Names(IReadOnlyCollection<Guid> people, CancellationToken ct);

    /// <summary>Of these requests, those that this agent may open: restricted ones are for those named on them.</summary>
    Task<IReadOnlySet<Guid>> Visible(Visitor visitor, IReadOnlyCollection<Guid> applications, CancellationToken ct);
}

/// <summary>A person, as work to come.</summary>
/// <param name="Held">The document held; null for none, and for whoever is gone.</param>
/// <param name="Requests">Filed ones, in order of filing.</param>
public sealed record PersonWork(Guid PersonId, string Prefecture, HeldPermitFacts? Held, IReadOnlyList<RequestWork> Requests);

/// <summary>A filed request, as work.</summary>
public sealed record RequestWork
{
    /// <summary>Id.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Number.</summary>
    public required string Number { get; init; }

    /// <summary>Catalogue code.</summary>
    public required string Procedure { get; init; }

    /// <summary>Kind.</summary>
    public required string Kind { get; init; }

    /// <summary>How it came in.</summary>
    public required string Channel { get; init; }

    /// <summary>Language of the person, BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>Prefecture in charge.</summary>
    public required string Prefecture { get; init; }

    /// <summary>Site of the prefecture; null where it has one only.</summary>
    public string? Site { get; init; }

    /// <summary>Zone in which its days are counted.</summary>
    public required string Zone { get; init; }

    /// <summary>Instant of filing.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>Day of filing.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>Day of the last indispensable document; null while one is missing.</summary>
    public DateOnly? CompleteSince { get; init; }

    /// <summary>Day on which an officer confirmed it.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>Status, as the rehearsal format writes it.</summary>
    public required string Status { get; init; }

    /// <summary>Few may open it.</summary>
    public bool Restricted { get; init; }

    /// <summary>A victim, or somebody to whom nothing may be sent.</summary>
    public bool InDanger { get; init; }

    /// <summary>A beneficiary of international protection.</summary>
    public bool Beneficiary { get; init; }

    /// <summary>The document held lets the person work: a job or a benefit hangs on it.</summary>
    public bool AtWork { get; init; }

    /// <summary>False only for a request filed late.</summary>
    public bool InTime { get; init; }

    /// <summary>Day on which silence becomes a refusal; null when the clock does not run.</summary>
    public DateOnly? ImplicitRefusalOn { get; init; }

    /// <summary>Day on which it did.</summary>
    public DateOnly? ImplicitRefusalBornOn { get; init; }

    /// <summary>Day on which the card of a protection beneficiary is due.</summary>
    public DateOnly? CardDueOn { get; init; }

    /// <summary>Prefecture to which it is offered.</summary>
    public string? OfferedTo { get; init; }

    /// <summary>Last day of the permit held; null when none is.</summary>
    public DateOnly? HeldUntil { get; init; }

    /// <summary>Last day of coverage by the expired card (L.433-3).</summary>
    public DateOnly? LawUntil { get; init; }

    /// <summary>The decision, once signed.</summary>
    public DecisionOutcome? Outcome { get; init; }

    /// <summary>Day of signature.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>Day of notification.</summary>
    public DateOnly? NotifiedOn { get; init; }

    /// <summary>Day of hand-over of the card.</summary>
    public DateOnly? HandedOverOn { get; init; }

    /// <summary>Day from which the request is no more, by withdrawal or closure.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Why it ended.</summary>
    public string? EndReason { get; init; }

    /// <summary>Days from completeness to notification without those spent waiting for the person; null until then.</summary>
    public int? InstructionDays { get; init; }

    /// <summary>Seconds that officers spent on it from opening to signature, as the log of openings tells; null where it does not.</summary>
    public int? OfficerSeconds { get; init; }

    /// <summary>How often documents were asked for.</summary>
    public int DocumentRequests { get; init; }

    /// <summary>Who had it and as what, in order; at least one.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>Where it was on a day; before its first one, where it began.</summary>
    public Passage PlaceOn(DateOnly day) => Passages.LastOrDefault(p => p.From <= day) ?? Passages[0];
}

/// <summary>From that day a prefecture had a request, as that procedure.</summary>
/// <param name="By"><c>filed</c>, <c>transferred</c> or <c>requalified</c>.</param>
public sealed record Passage(string Prefecture, string Procedure, DateOnly From, string By);
