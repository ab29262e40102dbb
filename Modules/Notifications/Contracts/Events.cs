using Anef.SharedKernel.Events;

namespace Anef.Notifications.Contracts;

/// <summary>A message left, or was put where the person reads it.</summary>
/// <param name="Template">Name of the message: <c>filingConfirmed</c>, <c>windowOpens</c> …</param>
/// <param name="Channel"><c>email</c>, <c>letter</c> or <c>inApp</c>.</param>
/// <param name="Language">Language of the words sent.</param>
/// <param name="Deadline">The day that it reminds of.</param>
public sealed record MessageSent(Guid PersonId, Guid? ApplicationId, string Template, string Channel, string Language, DateOnly? Deadline) : IEvent;
