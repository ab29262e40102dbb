using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.Notifications.SendMessages;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Anef.Notifications.ReadBounces;

/// <summary>Reads what came back: the message takes its next way.</summary>
[Schedule("notifications.read-bounces", "*/5 * * * *")]
internal sealed class ReadBouncesJob(IBounceBox box, NotificationsDb db, Detours detours, PumpBell bell, ILogger<ReadBouncesJob> log) : IJob
{
    public Task Run(CancellationToken ct) => box.Read(mail => Hear(mail, ct), ct);

    private async Task Hear(MimeMessage mail, CancellationToken ct)
    {
        if (Bounce.Read(mail) is not { } bounce) return;
        var message = await db.Messages.SingleOrDefaultAsync(m => m.Id == bounce.MessageId, ct);
        // What has taken another way meanwhile, or never left, did not come back.
        if (message is not { Channel: Channel.Email, State: MessageState.Sent or MessageState.Stuck }) return;
        if (message.State == MessageState.Stuck && message.LastError != Message.Interrupted) return;
        await detours.Take(message, bounce.Cause, bounce.Why, ct);
        await db.SaveChangesAsync(ct);
        bell.Ring();
        log.LogInformation("Message {Message} came back and leaves by {Channel}", message.Id, message.Channel);
    }
}
