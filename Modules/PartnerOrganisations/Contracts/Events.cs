using Anef.SharedKernel.Events;

namespace Anef.PartnerOrganisations.Contracts;

/// <summary>A situation that an organisation sent is answered for by a prefecture.</summary>
/// <param name="PersonId">Null while nobody was identified.</param>
/// <param name="Kind">As the table writes it: <c>demande</c>, <c>attestation</c> …</param>
/// <param name="Priority">0: one working day; 1: three; 2: ten.</param>
/// <param name="DueOn">Last day to answer, on the prefecture's calendar.</param>
public sealed record CaseOpened(Guid CaseId, Guid OrganisationId, Guid? PersonId, Guid? ApplicationId, string Kind, string Prefecture, int Priority, DateOnly DueOn) : IEvent;

/// <summary>A situation was answered.</summary>
public sealed record CaseAnswered(Guid CaseId, Guid OrganisationId, Guid? PersonId) : IEvent;

/// <summary>An organisation may act for a person from now on, or not any more.</summary>
/// <param name="Valid">False once revoked.</param>
public sealed record MandateChanged(Guid MandateId, Guid OrganisationId, string OrganisationName, Guid PersonId, bool Valid) : IEvent;

/// <summary>A word was written in the thread of a case, which is read there or in the mails of the case.</summary>
/// <param name="FromOrganisation">Else who answers for it wrote it.</param>
public sealed record CaseWordWritten(Guid CaseId, Guid OrganisationId, Guid WordId, bool FromOrganisation) : IEvent;
