using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.CorrectIdentity;

/// <summary>The person asks that something of their civil status be corrected. Asked twice, it is asked once.</summary>
internal sealed class AskCorrection(ApplicationsDb db, Visitor visitor, TimeProvider clock) : IUseCase<AskCorrection.Request, Guid>
{
    /// <param name="Field">One of <see cref="Correction.Fields"/>.</param>
    public sealed record Request(string Field, string Asked, string Why);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var person = await db.Person(visitor.OwnId(), ct);
        var correction = Correction.Ask(person, request.Field, request.Asked, request.Why, Moment.In(person.Zone, clock));
        if (await db.Set<Correction>().FirstOrDefaultAsync(c => c.PersonId == person.Id && c.Field == correction.Field && c.Asked == correction.Asked && c.AnsweredAt == null, ct) is { } waiting) return waiting.Id;
        db.Add(correction);
        await db.SaveChangesAsync(ct);
        return correction.Id;
    }
}
