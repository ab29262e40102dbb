using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.ForgetDrafts;

/// <summary>Forgets uploads that were never finished, and drafts that nobody touched for 180 days with the files that became no document.</summary>
[Schedule("applications.forget-drafts", "30 3 * * *")]
internal sealed class ForgetDraftsJob(ApplicationsDb db, DocumentStore store, TimeProvider clock) : IJob
{
    public async Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var upload in await db.Uploads.Where(u => u.ExpiresAt <= now).ToListAsync(ct))
        {
            if (!upload.Done) store.Erase(upload.Id);
            db.Remove(upload);
        }
        await db.SaveChangesAsync(ct);
        var limit = now.AddDays(-FilingDraft.KeptDays);
        foreach (var id in await db.Drafts.Where(d => d.UpdatedAt < limit).Select(d => d.Id).ToListAsync(ct)) await Forget(id, ct);
    }

    private async Task Forget(Guid id, CancellationToken ct)
    {
        var files = await db.StoredFiles.Where(f => f.DraftId == id && f.ApplicationId == null).ToListAsync(ct);
        db.RemoveRange(files);
        db.Remove(await db.Drafts.SingleAsync(d => d.Id == id, ct));
        await db.SaveChangesAsync(ct);
        foreach (var file in files) store.Erase(file.Id);
        db.ChangeTracker.Clear();
    }
}
