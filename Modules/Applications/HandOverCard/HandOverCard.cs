using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.HandOverCard;

/// <summary>The card is handed over; the reminders of its own end are planned.</summary>
internal sealed class HandOverCard(ApplicationsDb db, IProcedures law, PrefectureCatalog prefectures, TimeProvider clock) : IUseCase<HandOverCard.Request, Done>
{
    public sealed record Request(Guid ApplicationId);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, person) = await db.Application(request.ApplicationId, ct);
        var now = Moment.In(application.Zone, clock);
        application.HandOver(person, law, now);
        var drafts = await db.Applications.AsNoTracking().Where(a => a.PersonId == person.Id && a.FiledOn == null).ToListAsync(ct);
        person.Plan(Rung.Ladder(person.Held, drafts, person.Prefecture, prefectures.Of(person.Prefecture).ReminderDays, law, now.Day));
        await db.SaveChangesAsync(ct);
        return new();
    }
}
