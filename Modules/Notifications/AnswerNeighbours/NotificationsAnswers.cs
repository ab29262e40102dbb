using System.Text.Json;
using Anef.Notifications.Contracts;
using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Notifications.AnswerNeighbours;

/// <summary>What other modules may ask.</summary>
internal sealed class NotificationsAnswers(NotificationsDb db) : INotifications
{
    public async Task<IReadOnlyList<ContactTrouble>> ContactTroubles(Guid personId, CancellationToken ct)
    {
        var troubles = await db.Troubles.AsNoTracking().Where(t => t.PersonId == personId && t.ClearedAt == null).OrderBy(t => t.Since).ToListAsync(ct);
        return [.. troubles.Select(t => new ContactTrouble(t.Channel.Name(), Masked.Address(t.Channel, t.Address)!, JsonNamingPolicy.CamelCase.ConvertName($"{t.Cause}"), t.Since))];
    }

    public Task<int> Unread(Guid personId, CancellationToken ct) =>
        db.Messages.CountAsync(m => m.PersonId == personId && m.ReadAt == null && m.State != MessageState.Cancelled, ct);

    public async Task<IReadOnlyList<DeliveryProof>> ProofsOf(Guid applicationId, CancellationToken ct)
    {
        var messages = await db.Messages.AsNoTracking().Where(m => m.ApplicationId == applicationId && m.State != MessageState.Cancelled).OrderBy(m => m.CreatedAt)
            .Select(m => new { m.Id, m.Template, m.Channel, m.Address, m.CreatedAt, m.SentAt, m.DeliveredAt, m.ReadAt }).ToListAsync(ct);
        var ids = messages.ConvertAll(m => m.Id);
        var failed = (await db.FailedDeliveries.AsNoTracking().Where(f => ids.Contains(f.MessageId)).OrderBy(f => f.FailedAt).ToListAsync(ct)).ToLookup(f => f.MessageId);
        return [.. messages.Select(m => new DeliveryProof(m.Id, m.Template, m.Channel.Name(), Masked.Address(m.Channel, m.Address), m.CreatedAt, m.SentAt, m.DeliveredAt, m.ReadAt,
            [.. failed[m.Id].Select(f => new FailedAttempt(f.Channel.Name(), Masked.Address(f.Channel, f.Address), f.SentAt, f.FailedAt, f.Why))]))];
    }

    public async Task<IReadOnlyDictionary<Guid, MailFate>> FatesOf(IReadOnlyCollection<Guid> mails, CancellationToken ct) =>
        await db.Messages.AsNoTracking().Where(m => mails.Contains(m.Id) && m.Envelope != null).Select(m => new { m.Id, m.SentAt, m.State, m.LastError })
            .ToDictionaryAsync(m => m.Id, m => new MailFate(m.SentAt, m.State is MessageState.Stuck or MessageState.Cancelled, m.LastError), ct);
}
