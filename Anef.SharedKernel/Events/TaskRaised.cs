namespace Anef.SharedKernel.Events;

/// <summary>Somebody at that prefecture has something to do: <c>handOverReconciliation</c>, <c>discretionaryDocument</c>, <c>coverageRisk</c> …</summary>
public sealed record TaskRaised(Guid PersonId, Guid? ApplicationId, string Task, string Prefecture, string Why) : IEvent;
