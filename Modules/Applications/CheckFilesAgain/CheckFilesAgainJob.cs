using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.CheckFilesAgain;

/// <summary>Asks the scanner again about the files that were kept aside while it did not answer.</summary>
[Schedule("applications.check-files", "*/5 * * * *")]
internal sealed class CheckFilesAgainJob(ApplicationsDb db, DocumentStore store, TimeProvider clock) : IJob
{
    public async Task Run(CancellationToken ct)
    {
        for (var after = Guid.Empty; ;)
        {
            var file = await db.StoredFiles.Where(f => f.Check == FileCheck.Waiting && f.Id > after).OrderBy(f => f.Id).FirstOrDefaultAsync(ct);
            if (file is null) return;
            await store.CheckAgain(file, ct);
            if (file.Check == FileCheck.Waiting) return; // still no answer: the next tick
            if (file is { Check: FileCheck.Infected, ApplicationId: { } id } && await db.Applications.SingleOrDefaultAsync(a => a.Id == id, ct) is { } application)
                application.Destroyed(file.Document!, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            after = file.Id;
        }
    }
}
