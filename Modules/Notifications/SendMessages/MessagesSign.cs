using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.Status;
using Microsoft.EntityFrameworkCore;

namespace Anef.Notifications.SendMessages;

/// <summary>Whether messages leave. One that an operator has to look at is no standstill of the others.</summary>
internal sealed class MessagesSign(NotificationsDb db, TimeProvider clock) : ISign
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Stopped = TimeSpan.FromHours(6);

    public string Key => "messages";

    public async Task<SignState> Look(CancellationToken ct)
    {
        var oldest = await db.Messages.Where(m => m.State == MessageState.Waiting).OrderBy(m => m.CreatedAt).Select(m => (DateTimeOffset?)m.CreatedAt).FirstOrDefaultAsync(ct);
        var age = oldest is { } since ? clock.GetUtcNow() - since : TimeSpan.Zero;
        return age > Stopped ? new(SignLevel.Down, oldest) : age > Late ? new(SignLevel.Slow, oldest) : new(SignLevel.Good);
    }
}
