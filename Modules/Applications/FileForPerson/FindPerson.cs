using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.FileForPerson;

/// <summary>Somebody who stands at the counter: known by a number of theirs and their birth date, in the prefecture that receives them.</summary>
internal sealed class FindPerson(ApplicationsDb db, Visitor visitor) : IUseCase<FindPerson.Request, FindPerson.Found?>
{
    public static readonly Role[] Counter = [Role.WelcomePoint, Role.CaseOfficer];

    /// <param name="Number">Of a foreigner, or of one of their requests.</param>
    public sealed record Request(string Number, DateOnly Born);

    public sealed record Found(Guid PersonId, string Name, DateOnly Born, string Prefecture, HeldDocument? Held);

    public async Task<Found?> Handle(Request request, CancellationToken ct)
    {
        var number = ApplicationNumber.Normalise(request.Number);
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.ForeignerNumber == number || db.Applications.Any(a => a.Number == number && a.PersonId == p.Id), ct);
        if (person is null || person.Identity.Born != request.Born) return null;
        if (!visitor.Serves(person.Prefecture, Counter))
            throw new RuleBroken("applications.of-another-prefecture", $"Cette personne est suivie par la préfecture {person.Prefecture}. Si elle a déménagé, enregistrez d'abord son changement d'adresse.");
        // Whose files are hidden here is not known here.
        if (await db.Applications.AnyAsync(a => a.PersonId == person.Id && a.Restricted && a.FiledAt != null, ct)) return null;
        return new(person.Id, $"{person.Identity.FirstNames} {person.Identity.Surname}", person.Identity.Born, person.Prefecture, person.Held);
    }
}
