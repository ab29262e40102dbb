using Anef.Applications.Persistence;
using Anef.Applications.ReadDraft;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.AttachToDraft;

/// <summary>Takes a file out of a draft; taken out twice, it is out.</summary>
internal sealed class DetachFromDraft(ApplicationsDb db, DraftDoor door, Shredder shredder) : IUseCase<DetachFromDraft.Request, Done>
{
    public sealed record Request(Guid Draft, Guid File);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var draft = await door.Open(request.Draft, ct);
        draft.EnsureOpen();
        var gone = await db.StoredFiles.Where(f => f.Id == request.File && f.DraftId == draft.Id).ToListAsync(ct);
        foreach (var file in gone) file.Forsake();
        await db.SaveChangesAsync(ct);
        await shredder.Finish(ct);
        return new();
    }
}
