using Anef.Applications.Access;
using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.AnswerNeighbours;

/// <summary>What other modules may ask.</summary>
internal sealed class ApplicationsAnswers(ApplicationsDb db, FileDoor door) : IApplications
{
    public async Task<PersonFacts?> Person(Guid personId, CancellationToken ct)
    {
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == personId, ct) is not { } person) return null;
        var applications = await db.Applications.AsNoTracking().Where(a => a.PersonId == personId && a.FiledOn != null).ToListAsync(ct);
        return Of(person, applications);
    }

    /// <summary>What neighbours are told of a person and their filed requests.</summary>
    public static PersonFacts Of(Person person, IEnumerable<PermitApplication> requests) => new()
    {
        PersonId = person.Id,
        Identity = person.Identity,
        Prefecture = person.Prefecture,
        Held = person.Held?.Facts(),
        Applications = [.. requests.OrderBy(a => a.FiledOn).ThenBy(a => a.FiledAt).Select(Facts)],
    };

    public async Task<PersonFacts?> PersonOfApplication(Guid applicationId, CancellationToken ct)
    {
        var personId = await db.Applications.Where(a => a.Id == applicationId).Select(a => (Guid?)a.PersonId).SingleOrDefaultAsync(ct);
        return personId is { } id ? await Person(id, ct) : null;
    }

    public async Task<IReadOnlyList<Guid>> PeopleAfter(Guid after, int take, CancellationToken ct) =>
        await db.People.Where(p => p.Id > after).OrderBy(p => p.Id).Select(p => p.Id).Take(take).ToListAsync(ct);

    public Task<bool> MayRead(Visitor visitor, Guid applicationId, CancellationToken ct) => door.TryOpen(visitor, applicationId, Sight.Status, "attestation", ct);

    public async Task<ContactFacts?> Contact(Guid personId, CancellationToken ct)
    {
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == personId, ct) is not { } person) return null;
        var (identity, contact) = (person.Identity, person.Contact);
        return new(person.Id, $"{identity.FirstNames} {identity.Surname}", contact.Email, contact.Address?.Written() ?? [], contact.Safe,
            person.DeceasedOn is not null, contact.Language, person.Prefecture)
        {
            Phone = contact.Phone,
        };
    }

    public async Task<PersonFound?> FindPerson(string foreignerNumber, DateOnly born, string? documentNumber, CancellationToken ct)
    {
        var number = Plain(foreignerNumber);
        if (number.Length == 0) return null;
        var people = await db.People.AsNoTracking().Where(p => p.ForeignerNumber == number || p.ForeignerNumber == foreignerNumber).ToListAsync(ct);
        // Two people under one number are nobody: an office must tell them apart.
        if (people.Where(p => p.DeceasedOn is null && p.Identity.Born == born && Holds(p, documentNumber)).ToList() is not [var person]) return null;
        var (identity, contact) = (person.Identity, person.Contact);
        return new(person.Id, identity.Surname, identity.FirstNames, person.Prefecture, contact.Language, contact.Email, contact.Address?.Written() ?? [], contact.Safe);
    }

    private static bool Holds(Person person, string? documentNumber) =>
        documentNumber is null || (Plain(documentNumber) is { Length: > 0 } number && person.Permits.Any(p => p.Number is not null && Plain(p.Number) == number));

    private static string Plain(string written) => new([.. written.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);

    private static ApplicationFacts Facts(PermitApplication a) => new()
    {
        ApplicationId = a.Id,
        Number = a.Number,
        Procedure = a.Procedure,
        ProcedureName = a.ProcedureName,
        Kind = a.Kind,
        Ground = a.Ground,
        Prefecture = a.Prefecture,
        FiledAt = a.FiledAt!.Value,
        FiledOn = a.FiledOn!.Value,
        CoveredByTimeliness = a.Timeliness != Timeliness.Late,
        CompleteSince = a.CompleteSince,
        Status = a.Status,
        Provisional = a.Provisional,
        LegalCoverage = a.LegalCoverage,
        Work = a.Work,
        WorkCondition = a.WorkCondition,
        CommissionSeizedOn = a.CommissionSeizedOn,
        CommissionMention = a.CommissionMention,
        Decided = a.Decision?.NotifiedOn is null ? null : a.Decision.Outcome,
        NotifiedOn = a.Decision?.NotifiedOn,
        HandedOverOn = a.HandedOverOn,
        EndedOn = a.Ending?.On,
        EndReason = a.Ending?.Reason,
        ImplicitRefusalOn = a.ImplicitRefusalOn,
    };
}
