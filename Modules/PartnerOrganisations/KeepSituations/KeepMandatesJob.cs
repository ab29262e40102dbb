using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Retention;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.KeepSituations;

/// <summary>Every night: mandates that ended long enough ago are destroyed with their proof, and what was asked for and came to nothing.</summary>
[Schedule("partners.keep-mandates", "45 3 * * *")]
internal sealed class KeepMandatesJob(PartnerOrganisationsDb db, IRetention retention, IKeeping keeping, MandateFiles files, TimeProvider clock) : IJob
{
    private const int Batch = 200;

    public async Task Run(CancellationToken ct)
    {
        var today = clock.Today(CivilTime.Paris);
        var rule = retention.Of(Things.Mandates, today);
        var (last, before) = (rule.LastStart(today), rule.KeptSince(today));
        for (var after = Guid.Empty; ;)
        {
            var over = await db.Mandates.Where(m => m.Id > after && (m.Until <= last || (m.RevokedAt != null && m.RevokedAt < before))).OrderBy(m => m.Id).Take(Batch).ToListAsync(ct);
            if (over.Count == 0) break;
            after = over[^1].Id;
            var kept = await keeping.PeopleToKeep([.. over.Select(m => m.PersonId).Distinct()], ct);
            await Destroy([.. over.Where(m => !kept.Contains(m.PersonId))], rule, today, ct);
        }
        // A code that nobody used any more, and a signature on which nobody has decided, are proof of nothing.
        await db.DestroyAll(rule, today, db.Set<MandateCode>().Where(c => c.ExpiresAt < before).OrderBy(c => c.Id), ct);
        await Proposals(rule, today, before, ct);
    }

    private async Task Destroy(List<Mandate> mandates, RetentionRule rule, DateOnly today, CancellationToken ct)
    {
        db.RemoveRange(mandates);
        await db.Register(rule, today, mandates.Count, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        await files.Destroy([.. mandates.Select(m => m.File).OfType<Guid>()], ct);
    }

    private async Task Proposals(RetentionRule rule, DateOnly today, DateTimeOffset before, CancellationToken ct)
    {
        while (await db.Set<MandateProposal>().Where(p => p.ProposedAt < before && p.SettledAt == null || p.SettledAt < before).OrderBy(p => p.Id).Take(Batch).ToListAsync(ct) is { Count: > 0 } old)
        {
            db.RemoveRange(old);
            await db.Register(rule, today, old.Count, ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            await files.Destroy([.. old.Select(p => p.File)], ct);
        }
    }
}
