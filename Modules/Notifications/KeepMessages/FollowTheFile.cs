using Anef.Applications.Contracts;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.Events;
using Microsoft.EntityFrameworkCore;

namespace Anef.Notifications.KeepMessages;

/// <summary>What was sent about a request ends with it; what a person preferred ends with them.</summary>
internal sealed class FollowTheFile(NotificationsDb db) : IHandleEvent<FileDestroyed>, IHandleEvent<PersonForgotten>
{
    public async Task Handle(FileDestroyed fact, CancellationToken ct)
    {
        var messages = db.Messages.Where(m => m.ApplicationId == fact.ApplicationId);
        await db.FailedDeliveries.Where(d => messages.Any(m => m.Id == d.MessageId)).ExecuteDeleteAsync(ct);
        await messages.ExecuteDeleteAsync(ct);
    }

    public async Task Handle(PersonForgotten fact, CancellationToken ct)
    {
        var messages = db.Messages.Where(m => m.PersonId == fact.PersonId);
        await db.FailedDeliveries.Where(d => messages.Any(m => m.Id == d.MessageId)).ExecuteDeleteAsync(ct);
        await messages.ExecuteDeleteAsync(ct);
        await db.Preferences.Where(p => p.PersonId == fact.PersonId).ExecuteDeleteAsync(ct);
        await db.Troubles.Where(t => t.PersonId == fact.PersonId).ExecuteDeleteAsync(ct);
    }
}
