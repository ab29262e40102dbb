using Anef.SharedKernel.Events;

namespace Anef.Applications.Contracts;

/// <summary>A message was written about a request, by the person or by an officer. Its words are read in the account alone.</summary>
/// <param name="FromOfficer">Else the person wrote it.</param>
public sealed record MessageWritten(Guid PersonId, Guid ApplicationId, Guid MessageId, bool FromOfficer) : IEvent;

/// <summary>The messages of a request were read by the side that had not written them.</summary>
public sealed record MessagesRead(Guid PersonId, Guid ApplicationId, bool ByOfficer) : IEvent;

/// <summary>The person sent a set of changes as one: the officer sees it as a difference.</summary>
public sealed record ChangesSent(Guid PersonId, Guid ApplicationId, Guid SetId, IReadOnlyList<string> Fields, IReadOnlyList<string> Documents) : IEvent;

/// <summary>The person declared something about themself: <c>heldDocument</c>, <c>neverReceived</c>.</summary>
public sealed record DeclarationMade(Guid PersonId, Guid DeclarationId, string Kind, string Prefecture) : IEvent;

/// <summary>An officer compared a declaration with the register.</summary>
public sealed record DeclarationAnswered(Guid PersonId, Guid DeclarationId, bool Confirmed) : IEvent;
