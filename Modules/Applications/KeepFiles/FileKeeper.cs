using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Retention;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.KeepFiles;

/// <summary>Announces and destroys what is at its end of one request: copies of identity documents first, then all contents, at last the request.</summary>
internal sealed class FileKeeper(ApplicationsDb db, IRetention retention, IAttestations attestations, WholeFile whole, TimeProvider clock)
{
    public async Task Keep(Guid id, CivilDay today, CancellationToken ct)
    {
        if (await db.Applications.SingleOrDefaultAsync(a => a.Id == id, ct) is not { OverOn: not null } file || await MustStay(file, ct)) return;
        await Contents(file, retention.Of(Things.IdentityCopies, today.Date), today.Date, ct);
        await Contents(file, retention.Of(Things.Documents, today.Date), today.Date, ct);
        var end = retention.Of(Things.File, today.Date);
        if (file.Announced(end, today.Date, clock.GetUtcNow())) await whole.Destroy(file, end, today.Date, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>It is under a hold, or an attestation that holds today stands on it. The confirmation of filing says only that it was filed.</summary>
    private async Task<bool> MustStay(PermitApplication file, CancellationToken ct) =>
        await db.Holds().AnyAsync(h => h.ApplicationId == file.Id, ct)
        || (await attestations.OfApplication(file.PersonId, file.Id, ct)).Any(a => a.Kind != AttestationKind.FilingConfirmation && a.Status is "valid" or "notYetValid");

    private async Task Contents(PermitApplication file, RetentionRule rule, DateOnly today, CancellationToken ct)
    {
        var gone = file.ContentsUnder(rule).Select(v => v.File).ToList();
        var staged = rule.Thing == Things.Documents && await db.Set<ChangeSet>().SingleOrDefaultAsync(c => c.ApplicationId == file.Id, ct) is { } set ? set : null;
        if (gone.Count + (staged?.Documents.Count ?? 0) > 0 && !file.Announced(rule, today, clock.GetUtcNow())) return;
        if (rule.EndsOn(file.OverOn!.Value) > today) return;
        foreach (var content in await db.StoredFiles.Where(f => gone.Contains(f.Id) && f.Check != FileCheck.Infected).ToListAsync(ct)) content.Condemn();
        if (staged is not null) await Unsent(staged, ct);
        file.LoseContents(rule, today, clock.GetUtcNow());
        await db.Register(rule, today, gone.Count, ct);
    }

    /// <summary>What was prepared and never sent will not be any more.</summary>
    private async Task Unsent(ChangeSet staged, CancellationToken ct)
    {
        var files = staged.Documents.Select(d => d.File.File).ToList();
        foreach (var content in await db.StoredFiles.Where(f => files.Contains(f.Id)).ToListAsync(ct)) content.Forsake();
        db.Remove(staged);
    }
}
