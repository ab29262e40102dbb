using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.Notifications.SendMessages;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Notifications.HearOfSms;

/// <summary>The gateway reports what became of a text message. Told twice, it is heard once.</summary>
internal sealed class HearOfSms(NotificationsDb db, Detours detours, PumpBell bell, TimeProvider clock) : IUseCase<HearOfSms.Request, Done>
{
    public sealed record Request(Guid Reference, bool Delivered, string? Detail);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var message = await db.Messages.SingleOrDefaultAsync(m => m.Id == request.Reference, ct);
        // Also while it is stuck or still being sent: a report may overtake the answer to the sending.
        if (message is not { Channel: Channel.Sms, State: MessageState.Sent or MessageState.Stuck or MessageState.Sending, DeliveredAt: null }) return new Done();
        if (request.Delivered) message.Delivered(clock.GetUtcNow());
        else await detours.Take(message, TroubleCause.Bounced, $"SMS non remis{(request.Detail is { Length: > 0 } detail ? $" ({detail})" : "")}", ct);
        await db.SaveChangesAsync(ct);
        if (!request.Delivered) bell.Ring();
        return new Done();
    }
}
