using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.StoreDocument;

/// <summary>Takes the contents of condemned files off the disk.</summary>
/// <remarks>
/// First the row loses its key, in the transaction of whoever decides; then the content goes; then the row says so.
/// Stopped between any two of these, no row calls a destroyed content readable, no content can be read, and the next run goes on.
/// </remarks>
internal sealed class Shredder(ApplicationsDb db, DocumentStore store)
{
    private const int Batch = 200;

    public async Task Finish(CancellationToken ct)
    {
        while (true)
        {
            var files = await db.StoredFiles.Where(f => f.Check == FileCheck.Condemned).OrderBy(f => f.Id).Take(Batch).ToListAsync(ct);
            foreach (var file in files)
            {
                store.Erase(file.Id);
                // What belongs to no request any more has nobody to be shown to.
                if (file.ApplicationId is null) db.Remove(file);
                else file.Check = FileCheck.Destroyed;
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            if (files.Count < Batch) return;
        }
    }
}
