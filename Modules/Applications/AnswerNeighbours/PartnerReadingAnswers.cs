using Anef.Applications.Access;
using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.ReadSpace;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.AnswerNeighbours;

/// <summary>What organisations see of people, and the trace of it.</summary>
internal sealed class PartnerReadingAnswers(ApplicationsDb db, ReadingLog log, FileDoor door, IAttestations attestations, TimeProvider clock) : IPartnerReading
{
    public async Task<PersonFound?> Identify(string number, DateOnly born, CancellationToken ct)
    {
        var plain = ApplicationNumber.Normalise(number);
        if (plain.Length == 0) return null;
        var people = await db.People.AsNoTracking().Where(p => p.ForeignerNumber == plain || db.Applications.Any(a => a.Number == plain && a.FiledAt != null && a.PersonId == p.Id)).ToListAsync(ct);
        // Two people under one number are nobody: an office must tell them apart.
        if (people.Where(p => p.DeceasedOn is null && p.Identity.Born == born).ToList() is not [var person]) return null;
        var (identity, contact) = (person.Identity, person.Contact);
        return new(person.Id, identity.Surname, identity.FirstNames, person.Prefecture, contact.Language, contact.Email, contact.Address?.Written() ?? [], contact.Safe);
    }

    public async Task<IReadOnlyDictionary<Guid, PersonName>> Names(IReadOnlyCollection<Guid> people, CancellationToken ct) =>
        (await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToListAsync(ct)).ToDictionary(p => p.Id, p => new PersonName(p.Id, p.Identity.Surname, p.Identity.FirstNames, p.Prefecture));

    public async Task<IReadOnlyList<MandatedRequest>> Read(Visitor reader, string signature, Guid personId, IReadOnlyList<string> procedures, CancellationToken ct)
    {
        var today = clock.Today(CivilTime.Paris);
        var asked = await db.Applications.AsNoTracking().Where(a => a.PersonId == personId && a.FiledAt != null).Select(a => new { a.Id, a.Number, a.Procedure, a.Prefecture, a.Restricted }).ToListAsync(ct);
        var rows = (await SpaceQueries.Requests(db, personId).ToListAsync(ct)).ToDictionary(r => r.Number);
        var coverage = await attestations.CoverageOf(personId, ct);
        var found = new List<MandatedRequest>();
        foreach (var a in asked.Where(a => procedures.Count == 0 || procedures.Contains(a.Procedure)))
        {
            await log.Record(new()
            {
                ApplicationId = a.Id, PersonId = personId, AccountId = reader.AccountId!.Value, Name = signature, Role = Role.Partner,
                At = clock.GetUtcNow(), What = "status", Prefecture = a.Prefecture, Restricted = a.Restricted,
            }, ct);
            var card = rows[a.Number].Card(today, a.Prefecture);
            found.Add(new(a.Id, a.Number, card.ProcedureName, card.Status, [.. card.Asked.Select(d => d.Label)], card.Next?.Name, card.Next?.On, coverage.Until));
        }
        return found;
    }

    public async Task<IReadOnlySet<Guid>> HiddenFrom(Visitor agent, IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var hidden = new HashSet<Guid>();
        foreach (var file in await db.Applications.AsNoTracking().Where(a => people.Contains(a.PersonId) && a.Restricted && a.FiledAt != null).ToListAsync(ct))
            if (await door.RoleFor(agent, file, Sight.Status, ct) is null) hidden.Add(file.PersonId);
        return hidden;
    }
}
