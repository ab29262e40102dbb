using Anef.Applications.Contracts;
using Anef.Attestations.Persistence;
using Anef.Attestations.Verify;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Retention;
using Microsoft.EntityFrameworkCore;

namespace Anef.Attestations.KeepChecks;

/// <summary>Every night: that an attestation was checked is forgotten at its end, but of those whose request is under way or under a hold.</summary>
[Schedule("attestations.keep-checks", "45 3 * * *")]
internal sealed class KeepChecksJob(AttestationsDb db, IRetention retention, IKeeping keeping, TimeProvider clock) : IJob
{
    private const int Batch = 500;

    public async Task Run(CancellationToken ct)
    {
        var today = clock.Today(CivilTime.Paris);
        var rule = retention.Of(Things.Checks, today);
        var before = rule.KeptSince(today);
        for (var after = Guid.Empty; ;)
        {
            var old = await db.Set<Check>().Where(c => c.At < before && c.Id > after).OrderBy(c => c.Id).Take(Batch).ToListAsync(ct);
            if (old.Count == 0) return;
            after = old[^1].Id;
            var kept = await keeping.PeopleToKeep([.. old.Select(c => c.PersonId).Distinct()], ct);
            List<Check> gone = [.. old.Where(c => !kept.Contains(c.PersonId))];
            db.RemoveRange(gone);
            await db.Register(rule, today, gone.Count, ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
