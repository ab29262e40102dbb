using Anef.Applications.Contracts;
using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.Events;
using Microsoft.EntityFrameworkCore;

namespace Anef.Notifications.WriteMessages;

/// <summary>Nothing is ever sent to a person who has died; what was waiting is cancelled.</summary>
internal sealed class SilenceForTheDead(NotificationsDb db, IApplications applications) : IHandleEvent<PersonChanged>, IHandleEvent<Closed>
{
    public const string Why = "personne décédée";

    public Task Handle(PersonChanged fact, CancellationToken ct) => Cancel(fact.PersonId, ct);

    public Task Handle(Closed fact, CancellationToken ct) => Cancel(fact.PersonId, ct);

    private async Task Cancel(Guid personId, CancellationToken ct)
    {
        var waiting = await db.Messages.Where(m => m.PersonId == personId && (m.State == MessageState.Waiting || m.State == MessageState.Stuck)).ToListAsync(ct);
        if (waiting.Count == 0 || await applications.Contact(personId, ct) is not { Deceased: true }) return;
        foreach (var message in waiting) message.Cancel(Why);
        await db.SaveChangesAsync(ct);
    }
}
