using Anef.SharedKernel.Events;

namespace Anef.Applications.Contracts;

/// <summary>An account has filed for the first time: this is the person that it stands for from now on.</summary>
public sealed record PersonOfAccount(Guid AccountId, Guid PersonId) : IEvent;
