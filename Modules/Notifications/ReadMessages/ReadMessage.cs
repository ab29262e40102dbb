using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Notifications.ReadMessages;

/// <summary>A person opens a message of theirs: it is read from then on.</summary>
internal sealed class ReadMessage(NotificationsDb db, TimeProvider clock) : IUseCase<ReadMessage.Request, ReadMessage.View>
{
    public sealed record Request(Guid PersonId, Guid MessageId);

    public sealed record View(Message Message, IReadOnlyList<FailedDelivery> Failed);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var message = await db.Messages.SingleOrDefaultAsync(m => m.Id == request.MessageId && m.PersonId == request.PersonId && m.State != MessageState.Cancelled, ct) ?? throw new NotFound("ce message");
        if (message.ReadAt is null) await Note(message, ct);
        return new(message, await db.FailedDeliveries.AsNoTracking().Where(d => d.MessageId == message.Id).OrderBy(d => d.FailedAt).ToListAsync(ct));
    }

    private async Task Note(Message message, CancellationToken ct)
    {
        message.Read(clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // It is being sent this very moment: the next opening notes it.
            db.Entry(message).State = EntityState.Detached;
        }
    }
}
