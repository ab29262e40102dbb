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
        var terms = await Terms(db, due, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var group in due.GroupBy(c => (c.NextFrom, c.NextKind, c.NextMonths, c.NextDays, c.ThenKind, c.ThenMonths, c.ThenDays, c.LeadDays)))
            if (await MoveOn(db, [.. group], ct) != group.Count())
                return false;
        await Write(db, due, terms, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task<int> MoveOn(AttestationsDb db, List<PersonCoverage> group, CancellationToken ct)
    {
        var (one, people) = (group[0], group.ConvertAll(c => c.PersonId));
        var from = one.NextFrom!.Value;
        var until = new Term(one.NextKind!.Value, one.NextMonths, one.NextDays).Until(from);
        var (next, dueOn) = (until.AddDays(1), Term.DueOn(until.AddDays(1), one.LeadDays));
        return await db.Coverages.Where(c => EF.Parameter(people).Contains(c.PersonId) && c.NextFrom == from && c.NextKind == one.NextKind && c.DueOn != null)
            .ExecuteUpdateAsync(set => set
                .SetProperty(c => c.NextFrom, next).SetProperty(c => c.CoveredUntil, until).SetProperty(c => c.DueOn, dueOn)
                .SetProperty(c => c.NextKind, one.ThenKind).SetProperty(c => c.NextMonths, one.ThenMonths).SetProperty(c => c.NextDays, one.ThenDays)
                .SetProperty(c => c.Version, c => c.Version + 1), ct);
    }

    private async Task Write(AttestationsDb db, List<PersonCoverage> due, Dictionary<Guid, Statement> statements, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var numbers = new string[due.Count];
        AttestationNumber.Fill(numbers);
        var position = positions.Take(due.Count);
        var attestations = new List<Attestation>(due.Count);
        var messages = new List<OutboxMessage>(due.Count);
        var deliveries = new List<OutboxDelivery>(due.Count);
        for (var i = 0; i < due.Count; i++)
        {
            var (coverage, statement) = (due[i], statements[due[i].PersonId]);
            var from = coverage.NextFrom!.Value;
            var until = new Term(coverage.NextKind!.Value, coverage.NextMonths, coverage.NextDays).Until(from);
            attestations.Add(new Attestation
            {
                Number = numbers[i], Kind = coverage.NextKind.Value, PersonId = coverage.PersonId, ApplicationId = coverage.ApplicationId!.Value,
                BasisId = coverage.BasisId!.Value, ValidFrom = from, ValidUntil = until, Follows = statement.Follows, IssuedAt = now,
            });
            var (message, owed) = db.Envelope(new AttestationIssued(coverage.PersonId, coverage.ApplicationId.Value, numbers[i], coverage.NextKind.Value, from, until,
                statement.Basis.Work, statement.Basis.Mention, statement.Basis.IssuedBy, statement.Basis.LegalBasis, null, Successor: statement.Follows is not null), position + i);
            messages.Add(message);
            deliveries.AddRange(owed);
        }
        await db.BulkInsert(attestations, ct);
        await db.BulkInsert(messages, ct);
        await db.BulkInsert(deliveries, ct);
    }

    /// <summary>What each document states and which one it follows: two questions for the whole chunk.</summary>
    private static async Task<Dictionary<Guid, Statement>> Terms(AttestationsDb db, List<PersonCoverage> due, CancellationToken ct)
    {
        var bases = due.ConvertAll(c => c.BasisId!.Value);
        var people = due.ConvertAll(c => c.PersonId);
        var stated = await db.Bases.AsNoTracking().Where(b => EF.Parameter(bases).Contains(b.Id))
            .Select(b => new BasisPart(b.Id, b.Work, b.Mention, b.IssuedBy, b.LegalBasis)).ToDictionaryAsync(b => b.Id, ct);
        var eves = due.Select(c => c.CoveredUntil).Distinct().ToList();
        var followed = (await db.Attestations.AsNoTracking()
                .Where(a => EF.Parameter(people).Contains(a.PersonId) && eves.Contains(a.ValidUntil) && a.EndedOn == null
                    && (a.Kind == AttestationKind.Extension || a.Kind == AttestationKind.Receipt || a.Kind == AttestationKind.CommissionReceipt))
                .Select(a => new { a.PersonId, a.ValidUntil, a.Number }).ToListAsync(ct))
            .GroupBy(a => (a.PersonId, a.ValidUntil)).ToDictionary(g => g.Key, g => g.First().Number);
        return due.ToDictionary(c => c.PersonId, c => new Statement(stated[c.BasisId!.Value], followed.GetValueOrDefault((c.PersonId, c.CoveredUntil))));
    }

    private sealed record BasisPart(Guid Id, SharedKernel.Rules.WorkRight Work, string? Mention, string IssuedBy, string LegalBasis);

    private sealed record Statement(BasisPart Basis, string? Follows);
}
