using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.Persistence;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Attestations.RenewDue;

/// <summary>Issues the documents that simply follow the current one, a chunk at a time, each chunk in one transaction and set by set.</summary>
/// <remarks>
/// A chunk first moves its rows on, from the state in which they were read: whoever comes second moves fewer rows than it read, undoes and reads
/// again. So nothing is issued twice by retries, by two hosts, or beside an officer's grant; and a kill leaves whole chunks.
/// </remarks>
internal sealed class BulkRenewal(IServiceScopeFactory scopes, Positions positions, TimeProvider clock)
{
    /// <summary>People a chunk: large enough to write by sets, small enough to hold no lock for long.</summary>
    internal const int Chunk = 2000;

    public async Task<int> Run(CivilDay today, CancellationToken ct)
    {
        var renewed = 0;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AttestationsDb>();
            var due = await AttestationsQueries.Renewable(db, today, Chunk).ToListAsync(ct);
            if (due.Count == 0) return renewed;
            if (await Renew(db, due, ct)) renewed += due.Count;
        }
    }

    private async Task<bool> Renew(AttestationsDb db, List<PersonCoverage> due, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var group in due.GroupBy(c => (c.DueOn, c.NextFrom, c.NextKind, c.NextMonths, c.NextDays, c.ThenKind, c.ThenMonths, c.ThenDays, c.LeadDays, c.Version)))
            if (await MoveOn(db, group.First(), group.Last().PersonId, ct) != group.Count())
                return false;
        await Write(db, due, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Those of the chunk who are due the same, from the first to the last, found in the index by which they were read.</summary>
    private static async Task<int> MoveOn(AttestationsDb db, PersonCoverage first, Guid last, CancellationToken ct)
    {
        var (zone, dueOn, from) = (first.Zone, first.DueOn, first.NextFrom!.Value);
        var until = new Term(first.NextKind!.Value, first.NextMonths, first.NextDays).Until(from);
        var (next, nextDueOn) = (until.AddDays(1), Term.DueOn(until.AddDays(1), first.LeadDays));
        return await db.Coverages
            .Where(c => c.Zone == zone && c.DueOn == dueOn && c.PersonId >= first.PersonId && c.PersonId <= last && c.Version == first.Version && c.NextFrom == from
                && c.NextKind == first.NextKind && c.NextMonths == first.NextMonths && c.NextDays == first.NextDays
                && c.ThenKind == first.ThenKind && c.ThenMonths == first.ThenMonths && c.ThenDays == first.ThenDays && c.LeadDays == first.LeadDays)
            .ExecuteUpdateAsync(set => set
                .SetProperty(c => c.NextFrom, next).SetProperty(c => c.DueOn, nextDueOn).SetProperty(c => c.Succeeds, true)
                .SetProperty(c => c.NextKind, first.ThenKind).SetProperty(c => c.NextMonths, first.ThenMonths).SetProperty(c => c.NextDays, first.ThenDays)
                .SetProperty(c => c.Version, c => c.Version + 1), ct);
    }

    private async Task Write(AttestationsDb db, List<PersonCoverage> due, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var numbers = new string[due.Count];
        AttestationNumber.Fill(numbers, now);
        var position = positions.Take(due.Count);
        var attestations = new List<Attestation>(due.Count);
        var messages = new List<OutboxMessage>(due.Count);
        var deliveries = new List<OutboxDelivery>(due.Count);
        for (var i = 0; i < due.Count; i++)
        {
            var coverage = due[i];
            var from = coverage.NextFrom!.Value;
            var until = new Term(coverage.NextKind!.Value, coverage.NextMonths, coverage.NextDays).Until(from);
            attestations.Add(new Attestation
            {
                Number = numbers[i], Kind = coverage.NextKind.Value, PersonId = coverage.PersonId, ApplicationId = coverage.ApplicationId!.Value,
                BasisId = coverage.BasisId!.Value, ValidFrom = from, ValidUntil = until, IssuedAt = now,
            });
            var (message, owed) = db.Envelope(new AttestationIssued(coverage.PersonId, coverage.ApplicationId.Value, numbers[i], coverage.NextKind.Value, from, until,
                coverage.Work, coverage.Mention, coverage.IssuedBy, coverage.LegalBasis, null, coverage.Succeeds), position + i);
            messages.Add(message);
            deliveries.AddRange(owed);
        }
        await db.BulkInsert(attestations, ct);
        await db.BulkInsert(messages, ct);
        await db.BulkInsert(deliveries, ct);
    }
}
