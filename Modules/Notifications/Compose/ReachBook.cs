using Anef.Applications.Contracts;
using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Notifications.Compose;

/// <summary>Puts together how a person may be reached.</summary>
internal sealed class ReachBook(NotificationsDb db, IApplications applications)
{
    /// <summary>Null when nobody is known under that id.</summary>
    public async Task<Reach?> Of(Guid personId, CancellationToken ct)
    {
        if (await applications.Contact(personId, ct) is not { } contact) return null;
        var preference = await db.Preferences.AsNoTracking().SingleOrDefaultAsync(p => p.PersonId == personId, ct) ?? new Preference { PersonId = personId };
        return new(contact, preference, await db.Troubles.AsNoTracking().Where(t => t.PersonId == personId && t.ClearedAt == null).ToListAsync(ct));
    }
}
