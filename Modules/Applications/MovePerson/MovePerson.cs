using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.MovePerson;

/// <summary>The person moves to another department: pending files are offered to its prefecture, with their dates.</summary>
internal sealed class MovePerson(ApplicationsDb db, IProcedures law, PrefectureCatalog prefectures, TimeProvider clock) : IUseCase<MovePerson.Request, Done>
{
    public sealed record Request(Guid PersonId, string To);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var person = await db.Person(request.PersonId, ct);
        var to = prefectures.Of(request.To);
        var all = await db.Applications.Where(a => a.PersonId == person.Id).ToListAsync(ct);
        var pending = all.Where(a => a.Undecided).ToList();
        foreach (var application in pending)
            application.OfferTo(to.Code, Moment.In(application.Zone, clock));
        if (pending.Count == 0)
        {
            person.MoveTo(to.Code, to.TimeZone);
            person.Plan(Rung.Ladder(person.Held, all.Where(a => a is { IsDraft: true, Ending: null }), to.Code, to.ReminderDays, law, clock.Today(to.TimeZone)));
        }
        await db.SaveChangesAsync(ct);
        return new();
    }
}
