using Anef.SharedKernel.Events;

namespace Anef.PartnerOrganisations.Contracts;

/// <summary>A situation that an organisation sent is answered for by a prefecture.</summary>
/// <param name="PersonId">Null while nobody was identified.</param>
/// <param name="Kind">As the table writes it: <c>demande</c>, <c>attestation</c> …</param>
/// <param name="Prefecture">Null while nobody knows which one it is.</param>
/// <param name="Priority">0: one working day; 1: three; 2: ten.</param>
/// <param name="DueOn">Last day to answer, on the prefecture's calendar.</param>
public sealed record CaseOpened(Guid CaseId, Guid OrganisationId, Guid? PersonId, Guid? ApplicationId, string Kind, string? Prefecture, int Priority, DateOnly DueOn) : IEvent
{
    /// <summary>Nothing is said of it to the person: whoever shares their home may read.</summary>
    public bool SafeContact { get; init; }
}

/// <summary>A situation was answered.</summary>
public sealed record CaseAnswered(Guid CaseId, Guid OrganisationId, Guid? PersonId) : IEvent
{
    /// <inheritdoc cref="CaseOpened.SafeContact"/>
    public bool SafeContact { get; init; }
}

/// <summary>An organisation may act for a person from now on, or not any more.</summary>
/// <param name="Valid">False once revoked.</param>
public sealed record MandateChanged(Guid MandateId, Guid OrganisationId, string OrganisationName, Guid PersonId, bool Valid) : IEvent;

/// <summary>The last day to answer a situation comes near, or has passed.</summary>
/// <param name="Breached">It has passed.</param>
public sealed record CaseDue(Guid CaseId, string Reference, string? Prefecture, DateOnly DueOn, bool Breached) : IEvent;

/// <summary>An organisation adds a word to a situation that it sent, or who answers for it does.</summary>
public sealed record CaseWordAdded(Guid CaseId, Guid OrganisationId, string? Prefecture, bool FromOrganisation) : IEvent;
