using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.RegisterPerson;

/// <summary>Somebody is known from now on, with the document that they hold. No e-mail, no phone, no account is needed.</summary>
internal sealed class RegisterPerson(ApplicationsDb db, IProcedures law, PrefectureCatalog prefectures, TimeProvider clock) : IUseCase<RegisterPerson.Request, Guid>
{
    public sealed record Request
    {
        public required string Surname { get; init; }

        public required string FirstNames { get; init; }

        public required DateOnly Born { get; init; }

        public string? BirthPlace { get; init; }

        public string? Nationality { get; init; }

        public string? Sex { get; init; }

        public string? ForeignerNumber { get; init; }

        /// <summary>Declared, while another office establishes it.</summary>
        public bool ProvisionalCivilStatus { get; init; }

        public required string Prefecture { get; init; }

        public string? Protection { get; init; }

        public DateOnly? RecognisedOn { get; init; }

        public DateOnly? EnteredOn { get; init; }

        /// <summary>Whose family: a registered person's id, or words.</summary>
        public string? FamilyOf { get; init; }

        public string? Email { get; init; }

        public string? Phone { get; init; }

        public IReadOnlyList<string> AddressLines { get; init; } = [];

        public string? Postcode { get; init; }

        public string? Commune { get; init; }

        /// <summary>Nothing may leave for these addresses.</summary>
        public bool SafeContact { get; init; }

        public string Language { get; init; } = "fr";

        public Permit? Held { get; init; }

        public int ConsecutiveRenewals { get; init; }
    }

    /// <param name="HandedOver">False while the register says that it was not.</param>
    public sealed record Permit(string Procedure, string? Ground, DateOnly ValidFrom, DateOnly ValidUntil, bool Work, bool HandedOver = true, string? Number = null);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
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
        db.Add(person);
        await db.SaveChangesAsync(ct);
        return person.Id;
    }

    private HeldDocument Document(Permit permit, DateOnly today)
    {
        if (law.Find(permit.Procedure, today) is not { } procedure)
            throw new RuleBroken("applications.unknown-procedure", $"« {permit.Procedure} » n'est pas une démarche du catalogue.");
        if (permit.ValidUntil < permit.ValidFrom)
            throw new RuleBroken("applications.permit-dates", $"Le titre finit le {permit.ValidUntil:dd/MM/yyyy}, avant son premier jour, le {permit.ValidFrom:dd/MM/yyyy}.");
        var ground = permit.Ground is null ? null : Names.Article(permit.Ground);
        return new HeldDocument(permit.Procedure, ground, procedure.Title, permit.Number, permit.ValidFrom, permit.ValidUntil, permit.Work) { HandedOver = permit.HandedOver };
    }

    private async Task<Situation> Situation(Request request, CancellationToken ct)
    {
        var relative = Guid.TryParse(request.FamilyOf, out var id) ? await db.People.FindAsync([id], ct) : null;
        return new(request.Protection, request.RecognisedOn, request.EnteredOn, request.FamilyOf, FamilyOfProtected: relative?.Situation.Protection is not null);
    }
}
