using Anef.Applications.AttachToDraft;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.ReadDraft;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.UploadDocument;

/// <summary>Announces a file: how large, and which document of which draft it is.</summary>
internal sealed class CreateUpload(ApplicationsDb db, DraftDoor door, DraftRoom room, DocumentStore store, TimeProvider clock) : IUseCase<CreateUpload.Request, Upload>
{
    public sealed record Request(long Length, string Name, Guid? Draft, string? Document);

    public async Task<Upload> Handle(Request request, CancellationToken ct)
    {
        var account = door.Visitor.AccountId ?? throw new NotFound("ce compte");
        if (request.Length <= 0) throw new RuleBroken("applications.document-empty", "Le document est vide : choisissez-le de nouveau.");
        if (request.Length > store.MaxBytes) throw store.TooLarge();
        if (request.Draft is { } draft) await room.Ensure(await door.Open(draft, ct), request.Document ?? "", ct);
        var now = clock.GetUtcNow();
        var upload = new Upload
        {
            Account = account,
            DraftId = request.Draft,
            Document = request.Document,
            Name = DocumentStore.Short(request.Name),
            Length = request.Length,
            WrappedKey = store.NewKey(),
            At = now,
            ExpiresAt = now.AddHours(Upload.LivesHours),
        };
        db.Add(upload);
        await db.SaveChangesAsync(ct);
        return upload;
    }
}
