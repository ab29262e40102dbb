using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Retention;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.KeepSituations;

/// <summary>Every night: situations that were answered long enough ago are destroyed with their words; then mails of that age, with their batches and lines, of which no situation is left.</summary>
[Schedule("partners.keep-mails", "55 3 * * *")]
internal sealed class KeepMailsJob(PartnerOrganisationsDb db, IRetention retention, IKeeping keeping, TimeProvider clock) : IJob
{
    private const int Batch = 200;

    public async Task Run(CancellationToken ct)
    {
        var today = clock.Today(CivilTime.Paris);
        var rule = retention.Of(Things.PartnerMails, today);
        var before = rule.KeptSince(today);
        for (var after = Guid.Empty; ;)
        {
            var old = await db.Cases.Where(c => c.Id > after && c.AnsweredAt != null && c.AnsweredAt < before).OrderBy(c => c.Id).Take(Batch).ToListAsync(ct);
            if (old.Count == 0) break;
            after = old[^1].Id;
            var kept = await keeping.PeopleToKeep([.. old.Select(c => c.PersonId).OfType<Guid>().Distinct()], ct);
            await Destroy([.. old.Where(c => c.PersonId is not { } person || !kept.Contains(person))], rule, today, ct);
        }
        await Mails(rule, today, before, ct);
    }

    private async Task Destroy(List<PartnerCase> cases, RetentionRule rule, DateOnly today, CancellationToken ct)
    {
        var ids = cases.ConvertAll(c => c.Id);
        db.RemoveRange(await db.Words.Where(w => ids.Contains(w.CaseId)).ToListAsync(ct));
        db.RemoveRange(cases);
        await db.Register(rule, today, cases.Count, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task Mails(RetentionRule rule, DateOnly today, DateTimeOffset before, CancellationToken ct)
    {
        for (var after = Guid.Empty; ;)
        {
            var old = await db.Mails.Where(m => m.Id > after && m.ReceivedAt < before
                    && !db.Batches.Any(b => b.MailId == m.Id && (b.State != BatchState.Done || db.Lines.Any(l => l.BatchId == b.Id && db.Cases.Any(c => c.Id == l.CaseId)))))
                .OrderBy(m => m.Id).Select(m => m.Id).Take(Batch).ToListAsync(ct);
            if (old.Count == 0) return;
            after = old[^1];
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var batches = db.Batches.Where(b => old.Contains(b.MailId));
            await db.Lines.Where(l => batches.Any(b => b.Id == l.BatchId)).ExecuteDeleteAsync(ct);
            await batches.ExecuteDeleteAsync(ct);
            var destroyed = await db.Mails.Where(m => old.Contains(m.Id)).ExecuteDeleteAsync(ct);
            await db.Register(rule, today, destroyed, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
