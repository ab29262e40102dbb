using Anef.Applications.Persistence;
using Anef.Applications.ReadDraft;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.UseCases;

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
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch
        {
            store.Erase(file.Id);
            throw;
        }
        return file.Id;
    }
}
