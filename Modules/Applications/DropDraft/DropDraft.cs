using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.ReadDraft;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.DropDraft;

/// <summary>Throws a draft away, with its files.</summary>
internal sealed class DropDraft(ApplicationsDb db, DraftDoor door, Shredder shredder, TimeProvider clock) : IUseCase<DropDraft.Request, Done>
{
    public sealed record Request(Guid Draft);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var draft = await door.Open(request.Draft, ct);
        draft.EnsureOpen();
        var files = await db.StoredFiles.Where(f => f.DraftId == draft.Id).ToListAsync(ct);
        if (draft.ApplicationId is { } kept && await db.Applications.SingleOrDefaultAsync(a => a.Id == kept, ct) is { IsDraft: true } application)
            application.Withdraw(Moment.In(application.Zone, clock));
        foreach (var file in files) file.Forsake();
        db.Remove(draft);
        await db.SaveChangesAsync(ct);
        await shredder.Finish(ct);
        return new();
    }
}
