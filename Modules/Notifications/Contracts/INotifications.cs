namespace Anef.Notifications.Contracts;

/// <summary>What neighbours may ask of what is told to people. Who may ask is theirs to know.</summary>
public interface INotifications
{
    /// <summary>Addresses of that person that reach nobody: to be shown to the person, and to whoever meets them.</summary>
    Task<IReadOnlyList<ContactTrouble>> ContactTroubles(Guid personId, CancellationToken ct);

    /// <summary>How many messages the person has not opened in the account.</summary>
    Task<int> Unread(Guid personId, CancellationToken ct);

    /// <summary>What was told about one request, and by which ways: the earliest first. Never the words.</summary>
    Task<IReadOnlyList<DeliveryProof>> ProofsOf(Guid applicationId, CancellationToken ct);

    /// <summary>What became of these mails that are no message to a person, by <see cref="OrganisationMail.MailId"/>; those of which nothing is known yet are not in the answer.</summary>
    Task<IReadOnlyDictionary<Guid, MailFate>> FatesOf(IReadOnlyCollection<Guid> mails, CancellationToken ct);
}

/// <summary>What became of a mail.</summary>
/// <param name="SentAt">Null while it has not left.</param>
/// <param name="Stuck">It is not tried again by itself.</param>
/// <param name="Fault">Why it did not leave the last time.</param>
public sealed record MailFate(DateTimeOffset? SentAt, bool Stuck, string? Fault);

/// <summary>An address that does not reach the person.</summary>
/// <param name="Channel"><c>email</c> or <c>sms</c>.</param>
/// <param name="Address">Its beginning and its end: enough for the person to know it.</param>
/// <param name="Cause"><c>refused</c>, <c>bounced</c> or <c>complained</c>.</param>
public sealed record ContactTrouble(string Channel, string Address, string Cause, DateTimeOffset Since);

/// <summary>One message and what became of it.</summary>
/// <param name="Template">Name of the message.</param>
/// <param name="Channel">The way that it took last: <c>email</c>, <c>sms</c>, <c>letter</c>, <c>inApp</c>.</param>
/// <param name="SentAt">Null while it has not left.</param>
/// <param name="DeliveredAt">When the telephone had it, where the gateway says so.</param>
/// <param name="ReadAt">When the person opened it in the account.</param>
/// <param name="Failed">The ways tried before.</param>
public sealed record DeliveryProof(Guid MessageId, string Template, string Channel, string? Address, DateTimeOffset WrittenAt, DateTimeOffset? SentAt, DateTimeOffset? DeliveredAt,
    DateTimeOffset? ReadAt, IReadOnlyList<FailedAttempt> Failed);

/// <summary>A way that did not reach the person.</summary>
public sealed record FailedAttempt(string Channel, string? Address, DateTimeOffset? SentAt, DateTimeOffset FailedAt, string Why);
