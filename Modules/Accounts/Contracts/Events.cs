using Anef.SharedKernel.Events;

namespace Anef.Accounts.Contracts;

/// <summary>An account belongs to that person from now on.</summary>
public sealed record AccountLinked(Guid AccountId, Guid PersonId) : IEvent;

/// <summary>A person chose the language in which they are spoken to.</summary>
/// <param name="PersonId">Null while no request was ever filed.</param>
/// <param name="Language">BCP 47.</param>
public sealed record LanguageChosen(Guid AccountId, Guid? PersonId, string Language) : IEvent;

/// <summary>At a counter, face to face, the ways into an account were changed; every session is over.</summary>
/// <param name="By">Account of the agent.</param>
/// <param name="Change"><c>address</c>, <c>sheet</c> or <c>lockedOut</c>.</param>
public sealed record AccountRecovered(Guid AccountId, Guid PersonId, Guid By, string Change) : IEvent;
