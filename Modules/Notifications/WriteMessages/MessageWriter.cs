using Anef.Applications.Contracts;
using Anef.Notifications.Compose;
using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Notifications.WriteMessages;

/// <summary>Makes an intent a row: one for each intent and recipient, however often it is asked.</summary>
internal sealed class MessageWriter(NotificationsDb db, IApplications applications, ReachBook reaches, Composer composer, TimeProvider clock)
{
    public Task Write(Intent intent, CancellationToken ct) => Write(intent, null, ct);

    /// <param name="number">The request's, where the fact tells it.</param>
    public async Task Write(Intent intent, string? number, CancellationToken ct)
    {
        if (await Written(intent, ct)) return;
        var reach = await reaches.Of(intent.PersonId, ct) ?? throw new InvalidOperationException($"nobody is known as {intent.PersonId}");
        var contact = reach.Contact;
        if (contact.Deceased) return;
        number ??= await NumberOf(intent.ApplicationId, ct);
        db.Add(Message.Write(intent, number, contact.Prefecture, contact.FullName, composer.Compose(intent, reach, number), clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Two carriers of one fact: the unique key let one of them through.
            db.ChangeTracker.Clear();
            if (!await Written(intent, ct)) throw;
        }
    }

    private Task<bool> Written(Intent intent, CancellationToken ct) => db.Messages.AnyAsync(m => m.IntentKey == intent.Key, ct);

    /// <summary>What was written before knows the number; only then is the neighbour asked.</summary>
    private async Task<string?> NumberOf(Guid? applicationId, CancellationToken ct)
    {
        if (applicationId is not { } id) return null;
        return await db.Messages.Where(m => m.ApplicationId == id && m.Number != null).OrderBy(m => m.CreatedAt).Select(m => m.Number).FirstOrDefaultAsync(ct)
            ?? (await applications.PersonOfApplication(id, ct))?.Applications.FirstOrDefault(a => a.ApplicationId == id)?.Number;
    }
}
