using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.RegisterPerson;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ForeseeFiling;

/// <summary>The person of a draft, with what the draft says of them over what was known.</summary>
internal sealed class DraftPerson(ApplicationsDb db, NewPerson people, PrefectureCatalog prefectures, IProcedures law, TimeProvider clock)
{
    /// <param name="toKeep">False to see only what would be.</param>
    public async Task<Person> Of(FilingDraft draft, bool toKeep, CancellationToken ct)
    {
        var answers = new DraftAnswers(draft.Answers);
        if (draft.PersonId is { } id) return await Known(id, draft, answers, toKeep, ct);
        var person = await people.Of(Registration(answers), ct);
        if (answers["heldState"] == "lost") person.DeclareLoss(lost: true);
        if (toKeep) db.Add(person);
        return person;
    }

    private async Task<Person> Known(Guid id, FilingDraft draft, DraftAnswers answers, bool toKeep, CancellationToken ct)
    {
        var person = await (toKeep ? db.People : db.People.AsNoTracking()).SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotFound("cette personne");
        person.Reach(answers.ContactOver(person.Contact, draft.SavesOf(DraftSteps.Contact) > 0));
        if (person.Held is { } held)
        {
            if (answers["heldState"] == "neverReceived") person.Declare(held with { HandedOver = false, Declared = true });
        }
        else if (answers.HoldsPermit)
        {
            person.Declare(Declared(answers));
        }
        if (answers["heldState"] == "lost") person.DeclareLoss(lost: true);
        if (answers["prefecture"] is { } home && home != person.Prefecture) await Move(person, prefectures.Of(home), toKeep, ct);
        return person;
    }

    /// <summary>The new request goes to the new home; those that are pending are offered to it.</summary>
    private async Task Move(Person person, Prefecture home, bool toKeep, CancellationToken ct)
    {
        var pending = toKeep ? (await db.Applications.Where(a => a.PersonId == person.Id).ToListAsync(ct)).Where(a => a.Undecided) : [];
        foreach (var application in pending) application.OfferTo(home.Code, Moment.In(application.Zone, clock));
        person.MoveTo(home.Code, home.TimeZone);
    }

    private HeldDocument Declared(DraftAnswers answers)
    {
        var permit = Permit(answers)!;
        var title = law.Find(permit.Procedure, clock.Today(CivilTime.Paris))?.Title
            ?? throw new RuleBroken("applications.unknown-procedure", $"« {permit.Procedure} » n'est pas une démarche du catalogue.");
        return new(permit.Procedure, permit.Ground, title, permit.Number, permit.ValidFrom, permit.ValidUntil, permit.Work)
        {
            HandedOver = permit.HandedOver, Declared = true,
        };
    }

    private static RegisterPerson.RegisterPerson.Permit? Permit(DraftAnswers answers) => !answers.HoldsPermit ? null
        : new(answers["heldProcedure"]!, answers["heldGround"], answers.Day("heldFrom") ?? answers.Day("heldUntil")!.Value.AddYears(-1).AddDays(1), answers.Day("heldUntil")!.Value, answers.Yes("heldWork"),
            HandedOver: answers["heldState"] != "neverReceived", answers["heldNumber"], Declared: true);

    private static RegisterPerson.RegisterPerson.Request Registration(DraftAnswers answers) => new()
    {
        Surname = answers["surname"] ?? "",
        FirstNames = answers["firstNames"] ?? "",
        Born = answers.Day("born") ?? DateOnly.MinValue,
        BirthPlace = answers["birthPlace"],
        Nationality = answers["nationality"],
        Sex = answers["sex"],
        ForeignerNumber = answers["foreignerNumber"],
        ProvisionalCivilStatus = answers["protection"] is not null,
        Prefecture = answers["prefecture"] ?? "",
        Protection = answers["protection"],
        RecognisedOn = answers.Day("recognisedOn"),
        EnteredOn = answers.Day("enteredOn"),
        FamilyOf = answers["familyOf"],
        Email = answers["email"],
        Phone = answers["phone"],
        AddressLines = answers.AddressLines,
        Postcode = answers["postcode"],
        Commune = answers["commune"],
        SafeContact = answers.Yes("safeContact"),
        Language = answers["language"] ?? "fr",
        Held = Permit(answers),
    };
}
