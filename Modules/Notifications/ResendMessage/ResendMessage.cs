using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Notifications.ResendMessage;

/// <summary>An operator has checked that a message did not arrive, and sends it again: the same words under the same identity.</summary>
internal sealed class ResendMessage(NotificationsDb db, PumpBell bell, TimeProvider clock) : IUseCase<ResendMessage.Request, Done>
{
    public sealed record Request(Guid Id);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var message = await db.Messages.SingleOrDefaultAsync(m => m.Id == request.Id, ct) ?? throw new NotFound("ce message");
        if (message.State is not (MessageState.Stuck or MessageState.Waiting))
            throw new RuleBroken("notifications.not-to-resend", "Seul un message bloqué ou en attente peut être renvoyé.");
        message.Resend(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        bell.Ring();
        return new Done();
    }
}
