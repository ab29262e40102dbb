using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.ReadDraft;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.AttachToDraft;

/// <summary>Adds a file to a document of a draft: a document may be several photographs.</summary>
internal sealed class AttachToDraft(ApplicationsDb db, DraftDoor door, DraftRoom room, DocumentStore store) : IUseCase<AttachToDraft.Request, Guid>
{
    public sealed record Request(Guid Draft, string Document, Stream Content, string Name);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var draft = await door.Open(request.Draft, ct);
        await room.Ensure(draft, request.Document, ct);
        var file = await store.Keep(request.Content, door.Visitor.AccountId, request.Name, ct);
        (file.DraftId, file.Document) = (draft.Id, request.Document);
        if (await Twin(file, ct) is { } twin) return twin;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch
        {
            store.Drop(file);
            throw;
        }
        return file.Id;
    }

    /// <summary>The same content for the same document: sent twice by an impatient finger.</summary>
    private async Task<Guid?> Twin(StoredFile file, CancellationToken ct)
    {
        foreach (var other in await db.StoredFiles.Where(f => f.DraftId == file.DraftId && f.Document == file.Document && f.Size == file.Size).Select(f => f.Id).ToListAsync(ct))
        {
            if (!await store.IsSame(file, other, ct)) continue;
            store.Drop(file);
            return other;
        }
        return null;
    }
}
