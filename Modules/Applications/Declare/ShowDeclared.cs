using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.Declare;

/// <summary>What we know of the person, and what they declared.</summary>
internal sealed class ShowDeclared(ApplicationsDb db, Visitor visitor, TimeProvider clock) : IUseCase<ShowDeclared.Request, ShowDeclared.View>
{
    public sealed record Request;

    public sealed record View(ContactDetails Contact, string Prefecture, string Zone, HeldDocument? Held, IReadOnlyList<Declaration> Declarations, IReadOnlyList<string> Pending, DateOnly Today);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var me = visitor.OwnId();
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == me, ct);
        var declarations = await db.Set<Declaration>().AsNoTracking().Where(d => d.PersonId == person.Id).OrderByDescending(d => d.At).ToListAsync(ct);
        var pending = await db.Applications.AsNoTracking().Where(a => a.PersonId == person.Id && a.FiledOn != null && a.HandedOverOn == null).Select(a => new { a.Number, a.Decision, a.Ending }).ToListAsync(ct);
        return new(person.Contact, person.Prefecture, person.Zone, person.Held, declarations,
            [.. pending.Where(a => a is { Decision: null or { NotifiedOn: null }, Ending: null }).Select(a => a.Number)], clock.Today(person.Zone));
    }
}
