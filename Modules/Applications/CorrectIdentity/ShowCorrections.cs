using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.CorrectIdentity;

/// <summary>The civil status that we know of the person, and the corrections that they asked for.</summary>
internal sealed class ShowCorrections(ApplicationsDb db, Visitor visitor) : IUseCase<ShowCorrections.Request, ShowCorrections.View>
{
    public sealed record Request;

    public sealed record View(Identity Identity, string Zone, IReadOnlyList<Correction> Corrections);

    public async Task<View> Handle(Request request, CancellationToken ct)
    {
        var me = visitor.OwnId();
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == me, ct);
        return new(person.Identity, person.Zone, await db.Set<Correction>().AsNoTracking().Where(c => c.PersonId == me).OrderByDescending(c => c.At).ToListAsync(ct));
    }
}
