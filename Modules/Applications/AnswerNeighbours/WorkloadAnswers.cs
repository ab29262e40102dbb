using Anef.Applications.Access;
using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.AnswerNeighbours;

/// <summary>Requests as work: what whoever orders and counts it keeps of them.</summary>
internal sealed class WorkloadAnswers(ApplicationsDb db, FileDoor door) : IWorkload
{
    public async Task<IReadOnlyList<PersonWork>> Of(IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var known = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(ct);
        var requests = (await db.Applications.AsNoTracking().Where(a => people.Contains(a.PersonId) && a.FiledOn != null).ToListAsync(ct)).ToLookup(a => a.PersonId);
        var seconds = await Seconds([.. requests.SelectMany(r => r)], ct);
        return [.. known.Select(p => Of(p, requests[p.Id], seconds))];
    }

    public async Task<IReadOnlyDictionary<Guid, string>> Names(IReadOnlyCollection<Guid> people, CancellationToken ct) =>
        await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, ct);

    public async Task<IReadOnlySet<Guid>> Visible(Visitor visitor, IReadOnlyCollection<Guid> applications, CancellationToken ct) =>
        (await door.Discreet(visitor).Where(a => applications.Contains(a.Id)).Select(a => a.Id).ToListAsync(ct)).ToHashSet();

    /// <summary>A person and their filed requests, in order of filing.</summary>
    /// <param name="seconds">That officers spent on them, where that is known.</param>
    public static PersonWork Of(Person person, IEnumerable<PermitApplication> requests, IReadOnlyDictionary<Guid, int>? seconds = null) =>
        new(person.Id, person.Prefecture, person.Gone ? null : person.Held?.Facts(), [.. requests.OrderBy(a => a.FiledAt).ThenBy(a => a.Id).Select(a => Work(person, a, seconds?.TryGetValue(a.Id, out var spent) == true ? spent : null))]);

    private async Task<Dictionary<Guid, int>> Seconds(List<PermitApplication> requests, CancellationToken ct)
    {
        var signed = requests.Where(a => a.Decision is not null).ToDictionary(a => a.Id, a => a.Zone);
        if (signed.Count == 0) return [];
        var (ids, officers) = (signed.Keys.ToList(), FileRules.Officers);
        var lines = await db.Set<FileReading>().AsNoTracking().Where(r => ids.Contains(r.ApplicationId) && officers.Contains(r.Role)).Select(r => new { r.ApplicationId, Line = new TimeOnFile.Line(r.AccountId, r.At, r.What) }).ToListAsync(ct);
        return lines.GroupBy(l => l.ApplicationId).Select(g => (g.Key, Spent: TimeOnFile.Seconds([.. g.Select(l => l.Line)], signed[g.Key]))).Where(f => f.Spent is not null).ToDictionary(f => f.Key, f => f.Spent!.Value);
    }

    private static RequestWork Work(Person person, PermitApplication a, int? seconds) => new()
    {
        ApplicationId = a.Id,
        PersonId = person.Id,
        Number = a.Number,
        Procedure = a.Procedure,
        Kind = a.Kind,
        Channel = a.Channel,
        Language = person.Contact.Language,
        Prefecture = a.Prefecture,
        Site = a.Site,
        Zone = a.Zone,
        FiledAt = a.FiledAt!.Value,
        FiledOn = a.FiledOn!.Value,
        CompleteSince = a.CompleteSince,
        ConfirmedOn = a.ConfirmedOn,
        Status = a.Status,
        Restricted = a.Restricted,
        InDanger = a.Priority == Priority.P0 || person.Contact.Safe,
        Beneficiary = a.Priority == Priority.P1,
        AtWork = person.Held is { Work: true },
        InTime = a.Timeliness != Timeliness.Late,
        ImplicitRefusalOn = a.ImplicitRefusalOn,
        ImplicitRefusalBornOn = a.ImplicitRefusalBornOn,
        CardDueOn = a.CardDueOn,
        OfferedTo = a.OfferedTo,
        HeldUntil = person.Held?.ValidUntil,
        LawUntil = a.LegalCoverage?.Until,
        Outcome = a.Decision?.Outcome,
        SignedOn = a.Decision?.SignedOn,
        NotifiedOn = a.Decision?.NotifiedOn,
        HandedOverOn = a.HandedOverOn,
        EndedOn = a.Ending?.On,
        EndReason = a.Ending?.Reason,
        InstructionDays = a.InstructionDays,
        OfficerSeconds = seconds,
        DocumentRequests = a.Requests.Count,
        Passages = Passages(a),
    };

    /// <summary>Read back from the history, which says of each move whence and whither.</summary>
    private static List<Passage> Passages(PermitApplication a)
    {
        var moves = a.History.Where(h => h.What is "transferred" or "requalified" or "groundChanged").OrderBy(h => h.At)
            .Select(h => (Moved: h.What == "transferred", On: h.At.DayIn(a.Zone), Ends: h.Detail.Split(" → ", 2))).Where(m => m.Ends.Length == 2)
            .Select(m => (m.Moved, m.On, From: m.Ends[0].Split(' ')[0], To: m.Ends[1].Split(' ')[0])).Where(m => m.From != m.To).ToList();
        var (prefecture, procedure) = (First(moved: true, a.Prefecture), First(moved: false, a.Procedure));
        var passages = new List<Passage> { new(prefecture, procedure, a.FiledOn!.Value, "filed") };
        foreach (var (moved, on, _, to) in moves)
        {
            if (moved) prefecture = to;
            else procedure = to;
            passages.Add(new(prefecture, procedure, on, moved ? "transferred" : "requalified"));
        }
        return passages;

        string First(bool moved, string now) => moves.Where(m => m.Moved == moved).Select(m => m.From).DefaultIfEmpty(now).First();
    }
}
