using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.CloseApplication;

/// <summary>The person became French, or died: what is pending is closed with that reason.</summary>
internal sealed class RecordEvent(ApplicationsDb db, TimeProvider clock) : IUseCase<RecordEvent.Request, Done>
{
    /// <param name="Died">Else the person acquired French nationality.</param>
    public sealed record Request(Guid PersonId, bool Died);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var person = await db.Person(request.PersonId, ct);
        var now = Moment.In(person.Zone, clock);
        if (request.Died) person.Die(now.Day);
        else person.BecomeFrench(now.Day);
        var all = await db.Applications.Where(a => a.PersonId == person.Id).ToListAsync(ct);
        foreach (var application in all.Where(a => a.Undecided || a is { IsDraft: true, Ending: null }))
            application.Close(request.Died ? "deceased" : "naturalised", now);
        await db.SaveChangesAsync(ct);
        return new();
    }
}
