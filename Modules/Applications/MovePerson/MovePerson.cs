using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.MovePerson;

/// <summary>The person moves to another department: pending files are offered to its prefecture, with their dates.</summary>
internal sealed class MovePerson(ApplicationsDb db, PrefectureCatalog prefectures, TimeProvider clock) : IUseCase<MovePerson.Request, Done>
{
    public sealed record Request(Guid PersonId, string To);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var person = await db.Person(request.PersonId, ct);
        var to = prefectures.Of(request.To);
        var pending = (await db.Applications.Where(a => a.PersonId == person.Id && a.FiledOn != null).ToListAsync(ct)).Where(a => a.Undecided).ToList();
        foreach (var application in pending)
            application.OfferTo(to.Code, Moment.In(application.Zone, clock));
        if (pending.Count == 0) person.MoveTo(to.Code, to.TimeZone);
        await db.SaveChangesAsync(ct);
        return new();
    }
}
