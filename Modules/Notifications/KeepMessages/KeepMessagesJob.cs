using Anef.Applications.Contracts;
using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Retention;
using Microsoft.EntityFrameworkCore;

namespace Anef.Notifications.KeepMessages;

/// <summary>Every night: what was sent long enough ago is destroyed, but of those whose request is under way or under a hold.</summary>
[Schedule("notifications.keep-messages", "40 3 * * *")]
internal sealed class KeepMessagesJob(NotificationsDb db, IRetention retention, IKeeping keeping, TimeProvider clock) : IJob
{
    private const int Batch = 200;

    public async Task Run(CancellationToken ct)
    {
        var today = clock.Today(CivilTime.Paris);
        var rule = retention.Of(Things.Notifications, today);
        var before = rule.KeptSince(today);
        for (var after = Guid.Empty; ;)
        {
            // What still waits to leave has told nobody anything.
            var old = await db.Messages.Where(m => m.CreatedAt < before && m.State != MessageState.Waiting && m.State != MessageState.Sending && m.Id > after).OrderBy(m => m.Id).Take(Batch).ToListAsync(ct);
            if (old.Count == 0) return;
            after = old[^1].Id;
            var kept = await keeping.PeopleToKeep([.. old.Select(m => m.PersonId).Distinct()], ct);
            await Destroy([.. old.Where(m => !kept.Contains(m.PersonId))], rule, today, ct);
        }
    }

    private async Task Destroy(List<Message> messages, RetentionRule rule, DateOnly today, CancellationToken ct)
    {
        var ids = messages.ConvertAll(m => m.Id);
        db.RemoveRange(await db.FailedDeliveries.Where(d => ids.Contains(d.MessageId)).ToListAsync(ct));
        db.RemoveRange(messages);
        await db.Register(rule, today, messages.Count, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }
}
