using Anef.Applications.Contracts;
using Anef.Applications.Persistence;
using Anef.Applications.StoreDocument;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.AnswerNeighbours;

internal sealed class SealedFilesAnswers(ApplicationsDb db, DocumentStore store) : ISealedFiles
{
    public async Task<SealedFileFacts> Keep(Stream content, string name, Guid? account, CancellationToken ct)
    {
        var file = await store.Keep(content, account, name, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch
        {
            store.Drop(file);
            throw;
        }
        return new(file.Id, file.Name, file.MediaType, file.Size);
    }

    public Task<Stream> Open(Guid id, CancellationToken ct) => store.Open(id, ct);

    public async Task Destroy(Guid id, CancellationToken ct)
    {
        if (await db.StoredFiles.SingleOrDefaultAsync(f => f.Id == id && f.ApplicationId == null && f.DraftId == null, ct) is not { } file) return;
        file.Forsake();
        await db.SaveChangesAsync(ct);
    }
}
