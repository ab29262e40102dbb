using Anef.SharedKernel.Events;

namespace Anef.Applications.Contracts;

/// <summary>Something of a request that is over will be destroyed: the person is told before.</summary>
/// <param name="Thing">Kind of thing, as the rules of retention name it: <c>identityCopies</c>, <c>documents</c>, <c>file</c>.</param>
/// <param name="On">Not before that day.</param>
public sealed record DestructionAnnounced(Guid PersonId, Guid ApplicationId, string Thing, DateOnly On) : IEvent;

/// <summary>A draft that nobody goes on with will be destroyed.</summary>
/// <param name="Account">Whose draft it is.</param>
/// <param name="PersonId">Null for somebody whom no file knows.</param>
/// <param name="On">Not before that day.</param>
public sealed record DraftEnding(Guid Account, Guid? PersonId, Guid DraftId, DateOnly On) : IEvent;

/// <summary>A person asks that something of their civil status be corrected.</summary>
/// <param name="Field"><c>surname</c>, <c>born</c> …</param>
/// <param name="DueOn">Last day for the answer: RGPD art. 12.3.</param>
public sealed record CorrectionAsked(Guid PersonId, Guid CorrectionId, string Field, DateOnly DueOn) : IEvent;

/// <summary>An officer corrected it, or refused to and says why.</summary>
public sealed record CorrectionAnswered(Guid PersonId, Guid CorrectionId, string Field, bool Accepted, string Reason) : IEvent;

/// <summary>A request was destroyed at the end of its time: what others keep of it goes too.</summary>
public sealed record FileDestroyed(Guid PersonId, Guid ApplicationId) : IEvent;

/// <summary>Nothing is kept of a person any more.</summary>
public sealed record PersonForgotten(Guid PersonId) : IEvent;
