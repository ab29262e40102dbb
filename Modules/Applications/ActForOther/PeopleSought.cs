using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ActForOther;

/// <summary>Finds many people at once: two or three reads, however many they are.</summary>
internal sealed class PeopleSought(ApplicationsDb db)
{
    public async Task<IReadOnlyDictionary<Sought, PersonSought>> Find(IReadOnlyCollection<Sought> sought, CancellationToken ct)
    {
        var numbers = sought.Select(s => s.ApplicationNumber).OfType<string>().Select(ApplicationNumber.Normalise).Distinct().ToList();
        var owners = numbers.Count == 0 ? [] : (await db.Applications.AsNoTracking().Where(a => numbers.Contains(a.Number) && a.FiledOn != null)
            .Select(a => new { a.Number, a.PersonId }).ToListAsync(ct)).ToDictionary(a => a.Number, a => a.PersonId);
        var (foreigners, ids) = (sought.Select(s => s.ForeignerNumber).OfType<string>().Select(Plain).Distinct().ToList(), owners.Values.Distinct().ToList());
        var people = await People(foreigners, ids, ct);
        var byNumber = people.Where(p => p.ForeignerNumber is not null).ToLookup(p => Plain(p.ForeignerNumber!));
        var byId = people.ToDictionary(p => p.Id);
        var found = new Dictionary<Sought, Known>();
        foreach (var one in sought.Distinct())
            if (Match(one, byNumber, owners, byId) is { } person) found[one] = person;
        var requests = await Requests([.. found.Values.Select(p => p.Id).Distinct()], ct);
        return found.ToDictionary(f => f.Key, f => Facts(f.Value, requests[f.Value.Id]));
    }

    private async Task<List<Known>> People(List<string> foreigners, List<Guid> ids, CancellationToken ct)
    {
        var people = foreigners.Count == 0 ? [] : await Known.From(db.People.Where(p => p.ForeignerNumber != null && foreigners.Contains(p.ForeignerNumber))).ToListAsync(ct);
        var others = ids.Except(people.Select(p => p.Id)).ToList();
        if (others.Count > 0) people.AddRange(await Known.From(db.People.Where(p => others.Contains(p.Id))).ToListAsync(ct));
        return people;
    }

    /// <summary>Where two numbers are given they must agree; two people under one number are nobody: an office must tell them apart.</summary>
    private static Known? Match(Sought sought, ILookup<string, Known> byNumber, Dictionary<string, Guid> owners, Dictionary<Guid, Known> byId)
    {
        Known? owner = null;
        if (sought.ApplicationNumber is { } number && !(owners.TryGetValue(ApplicationNumber.Normalise(number), out var id) && byId.TryGetValue(id, out owner))) return null;
        var candidates = sought.ForeignerNumber is { } foreigner ? byNumber[Plain(foreigner)] : owner is null ? [] : [owner];
        var people = candidates.Where(p => p.DeceasedOn is null && p.Identities[^1].Born == sought.Born).ToList();
        return people is [var person] && (owner is null || owner.Id == person.Id) ? person : null;
    }

    private async Task<ILookup<Guid, RequestSought>> Requests(List<Guid> people, CancellationToken ct) => people.Count == 0 ? Array.Empty<RequestSought>().ToLookup(_ => Guid.Empty)
        : (await db.Applications.AsNoTracking().Where(a => people.Contains(a.PersonId) && a.FiledOn != null).OrderByDescending(a => a.FiledAt)
            .Select(a => new { a.PersonId, a.Id, a.Number, a.Procedure, a.Ground, a.Prefecture, a.Decision, a.Ending, a.Timeliness, a.LegalCoverage, a.Documents }).ToListAsync(ct))
            .ToLookup(a => a.PersonId, a => new RequestSought(a.Id, a.Number, a.Procedure, a.Prefecture, a.Decision?.NotifiedOn is null && a.Ending is null,
                a.Timeliness != Anef.Procedures.Contracts.Timeliness.Late, Victims.Protects(a.Procedure, a.Ground), a.LegalCoverage?.Until, [.. a.Documents.Where(d => d.ReceivedOn is null).Select(d => d.Code)]));

    private static PersonSought Facts(Known person, IEnumerable<RequestSought> requests) => new()
    {
        PersonId = person.Id,
        Name = person.Name,
        Prefecture = person.Prefecture,
        SafeContact = person.Contact.Safe,
        Protection = person.Situation.Protection,
        HeldUntil = person.Permits.Count == 0 ? null : person.Permits[^1].ValidUntil,
        Requests = [.. requests],
    };

    private static string Plain(string written) => new([.. written.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);

    private sealed record Known(Guid Id, string Name, string? ForeignerNumber, string Prefecture, DateOnly? DeceasedOn, IReadOnlyList<Identity> Identities, ContactDetails Contact, Situation Situation, IReadOnlyList<HeldDocument> Permits)
    {
        public static IQueryable<Known> From(IQueryable<Person> people) => people.AsNoTracking()
            .Select(p => new Known(p.Id, p.Name, p.ForeignerNumber, p.Prefecture, p.DeceasedOn, p.Identities, p.Contact, p.Situation, p.Permits));
    }
}
