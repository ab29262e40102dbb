using Anef.SharedKernel.Rehearsals;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.Rehearse;

/// <summary><c>people</c>: casts one person of a rehearsal.</summary>
internal sealed class Cast(IUseCase<RegisterPerson.RegisterPerson.Request, Guid> register) : IRehearsalVerb
{
    private static readonly string[] Protections = ["refugee", "subsidiary", "stateless"];

    public string Name => "people";

    public IReadOnlyCollection<string> Fields =>
        ["born", "nationality", "prefecture", "protection", "recognisedOn", "enteredOn", "familyOf", "email", "safeContact", "permit", "language", "commune", "postcode", "renewals", "surname", "firstNames", "foreignerNumber"];

    public async Task Play(RehearsalStep step, CancellationToken ct)
    {
        var protection = step.TextOrNull("protection");
        if (protection is not null && !Protections.Contains(protection))
            throw new RehearsalError($"« {step.Name} » : « protection: {protection} » n'est pas l'une de {string.Join(", ", Protections)}");
        var relative = step.TextOrNull("familyOf");
        step.World.People[step.Name] = await register.Handle(new()
        {
            Surname = step.TextOrNull("surname") ?? step.Name.ToUpperInvariant(),
            FirstNames = step.TextOrNull("firstNames") ?? "Camille",
            Born = step.DayOrNull("born") ?? new DateOnly(1990, 1, 1),
            Nationality = step.TextOrNull("nationality"),
            ForeignerNumber = step.TextOrNull("foreignerNumber"),
            ProvisionalCivilStatus = protection is not null,
            Prefecture = step.TextOrNull("prefecture") ?? step.World.Prefecture,
            Protection = protection,
            RecognisedOn = step.DayOrNull("recognisedOn"),
            EnteredOn = step.DayOrNull("enteredOn"),
            FamilyOf = relative is not null && step.World.People.TryGetValue(relative, out var id) ? id.ToString() : relative,
            Email = step.TextOrNull("email") switch { null => $"{step.Name.ToLowerInvariant()}@example.org", "none" => null, var address => address },
            AddressLines = ["1 rue de l'Exemple"],
            Postcode = step.TextOrNull("postcode"),
            Commune = step.TextOrNull("commune"),
            SafeContact = step.Flag("safeContact", false),
            Language = step.TextOrNull("language") ?? "fr",
            Held = step.Block("permit") is { } permit ? Held(permit) : null,
            ConsecutiveRenewals = int.TryParse(step.TextOrNull("renewals"), out var renewals) ? renewals : 0,
        }, ct);
    }

    private static RegisterPerson.RegisterPerson.Permit Held(RehearsalStep permit)
    {
        string[] known = ["procedure", "ground", "validFrom", "validUntil", "work", "handedOver", "number"];
        if (permit.Fields.Select(f => f.Key).Except(known).FirstOrDefault() is { } unknown)
            throw new RehearsalError($"« {permit.Name} » : champ inconnu « {unknown} » ; connus : {string.Join(", ", known)}");
        var until = permit.DayOrNull("validUntil") ?? throw new RehearsalError($"« {permit.Name} » : il manque le champ « validUntil »");
        return new(permit.Text("procedure"), permit.TextOrNull("ground"), permit.DayOrNull("validFrom") ?? until.AddYears(-1).AddDays(1), until,
            permit.Flag("work", true), permit.Flag("handedOver", true), permit.TextOrNull("number"));
    }
}
