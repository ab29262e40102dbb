using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;

namespace Anef.Applications.RegisterPerson;

/// <summary>Makes somebody out of what is said of them: to register them, or only to see what the law would say.</summary>
internal sealed class NewPerson(ApplicationsDb db, IProcedures law, PrefectureCatalog prefectures, TimeProvider clock)
{
    /// <summary>Somebody as they say; kept nowhere yet.</summary>
    public async Task<Person> Of(RegisterPerson.Request request, CancellationToken ct)
    {
        // Outside the territories of the code a person can be registered: it is filing that is refused, with an orientation.
        var prefecture = prefectures.Find(request.Prefecture);
        var zone = prefecture?.TimeZone ?? CivilTime.Paris;
        var today = clock.Today(zone);
        var held = request.Held is { } permit ? Document(permit, today) : null;
        var person = Person.Register(
            new Identity(1, request.Surname, request.FirstNames, request.Born, request.BirthPlace, request.Nationality, request.Sex, request.ForeignerNumber, request.ProvisionalCivilStatus),
            await Situation(request, ct),
            new ContactDetails(request.Email, request.Phone, new PostalAddress(request.AddressLines, request.Postcode, request.Commune), request.SafeContact, request.Language),
            held, request.ConsecutiveRenewals, request.Prefecture, zone, today);
        if (prefecture is not null) person.Plan(Rung.Ladder(held, [], prefecture.Code, prefecture.ReminderDays, law, today));
        return person;
    }

    private HeldDocument Document(RegisterPerson.Permit permit, DateOnly today)
    {
        if (law.Find(permit.Procedure, today) is not { } procedure)
            throw new RuleBroken("applications.unknown-procedure", $"« {permit.Procedure} » n'est pas une démarche du catalogue.");
        if (permit.ValidUntil < permit.ValidFrom)
            throw new RuleBroken("applications.permit-dates", $"Le titre finit le {permit.ValidUntil:dd/MM/yyyy}, avant son premier jour, le {permit.ValidFrom:dd/MM/yyyy}.");
        var ground = permit.Ground is null ? null : Names.Article(permit.Ground);
        return new HeldDocument(permit.Procedure, ground, procedure.Title, permit.Number, permit.ValidFrom, permit.ValidUntil, permit.Work) { HandedOver = permit.HandedOver, Declared = permit.Declared };
    }

    private async Task<Situation> Situation(RegisterPerson.Request request, CancellationToken ct)
    {
        var relative = Guid.TryParse(request.FamilyOf, out var id) ? await db.People.FindAsync([id], ct) : null;
        return new(request.Protection, request.RecognisedOn, request.EnteredOn, request.FamilyOf, FamilyOfProtected: relative?.Situation.Protection is not null);
    }
}
