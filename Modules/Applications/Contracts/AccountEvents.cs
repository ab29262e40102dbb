using Anef.SharedKernel.Events;

namespace Anef.Applications.Contracts;

/// <summary>Somebody who signed in before any file knew them has filed: they are that person from now on.</summary>
public sealed record PersonOfAccount(Guid AccountId, Guid PersonId) : IEvent;
