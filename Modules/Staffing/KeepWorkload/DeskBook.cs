using Anef.Applications.Contracts;
using Anef.SharedKernel.Events;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Staffing.KeepWorkload;

/// <summary>Who was at work and who was received. What was counted stays counted when the log that told it is destroyed at its term.</summary>
internal sealed class DeskBook(StaffingDb db, IDeskLog log) : IHandleEvent<OfficerWorked>, IHandleEvent<PersonReceived>
{
    public Task Handle(OfficerWorked fact, CancellationToken ct) => Put(new([fact], []), ct);

    public Task Handle(PersonReceived fact, CancellationToken ct) => Put(new([], [fact]), ct);

    /// <summary>Reads the whole log again, day by day.</summary>
    public async Task Rebuild(CancellationToken ct)
    {
        for (var from = DateTimeOffset.UnixEpoch; await log.Next(from, ct) is { } begin; from = begin.AddDays(1)) await Put(await log.Between(begin, begin.AddDays(1), ct), ct);
    }

    private async Task Put(DeskFacts facts, CancellationToken ct)
    {
        await PutWorked(facts.Worked, ct);
        await PutReceived(facts.Received, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task PutWorked(IReadOnlyList<OfficerWorked> worked, CancellationToken ct)
    {
        if (worked.Count == 0) return;
        var (accounts, first, last) = (worked.Select(w => w.AccountId).Distinct().ToList(), worked.Min(w => w.Day).DayNumber, worked.Max(w => w.Day).DayNumber);
        var known = (await db.Presences.AsNoTracking().Where(p => accounts.Contains(p.AccountId) && p.Day >= first && p.Day <= last).ToListAsync(ct)).Select(p => (p.AccountId, p.Day, p.Prefecture)).ToHashSet();
        foreach (var fact in worked)
            if (known.Add((fact.AccountId, fact.Day.DayNumber, fact.Prefecture))) db.Add(new Presence { AccountId = fact.AccountId, Day = fact.Day.DayNumber, Prefecture = fact.Prefecture });
    }

    /// <summary>What the agent wrote down of a contact holds over what their desk makes likely.</summary>
    private async Task PutReceived(IReadOnlyList<PersonReceived> received, CancellationToken ct)
    {
        if (received.Count == 0) return;
        var (accounts, first, last) = (received.Select(r => r.AccountId).Distinct().ToList(), received.Min(r => r.Day).DayNumber, received.Max(r => r.Day).DayNumber);
        var known = await db.Contacts.Where(c => accounts.Contains(c.AccountId) && c.Day >= first && c.Day <= last).ToDictionaryAsync(c => (c.AccountId, c.Day, c.PersonId), ct);
        foreach (var fact in received)
            if (!known.TryGetValue((fact.AccountId, fact.Day.DayNumber, fact.PersonId), out var contact))
                db.Add(known[(fact.AccountId, fact.Day.DayNumber, fact.PersonId)] = new Contact { AccountId = fact.AccountId, Day = fact.Day.DayNumber, PersonId = fact.PersonId, Prefecture = fact.Prefecture, Channel = fact.Channel });
            else if (fact.Written) contact.Channel = fact.Channel;
    }
}
