using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.StoreDocument;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.UploadDocument;

/// <summary>Takes the next part of a file; the last one makes it a document of its draft.</summary>
internal sealed class AppendUpload(ApplicationsDb db, IUseCase<FindUpload.Request, FindUpload.Found> find, DocumentStore store, IProcedures law, TimeProvider clock) : IUseCase<AppendUpload.Request, AppendUpload.Appended>
{
    public sealed record Request(Guid Id, long Offset, Stream Content);

    /// <param name="Checked">False while the file is kept aside for the scanner.</param>
    public sealed record Appended(long Offset, bool Complete, bool Checked);

    public async Task<Appended> Handle(Request request, CancellationToken ct)
    {
        var (upload, offset) = await find.Handle(new(request.Id), ct);
        if (offset != request.Offset) throw new RuleBroken("applications.upload-offset", $"L'envoi en est à {offset} : reprenez de là.");
        if (upload.Done) return new(offset, true, true);
        var content = store.Sealed(upload.Id, upload.WrappedKey);
        if (!await content.Append(request.Content, upload.Length - offset, ct)) throw await Refuse(upload, new("applications.upload-longer", "Le fichier est plus long qu'annoncé : choisissez-le de nouveau."));
        var reached = content.Length();
        if (reached < upload.Length) return new(reached, false, false);
        var file = upload.AsFile();
        try
        {
            await store.Accept(file, ct);
        }
        catch (RuleBroken refusal)
        {
            throw await Refuse(upload, refusal);
        }
        upload.Done = true;
        await BringTo(upload, file, ct);
        await db.SaveChangesAsync(ct); // should it fail, the content is still there and the last part can be sent again, empty
        return new(reached, true, file.Check != FileCheck.Waiting);
    }

    /// <summary>The draft may have been filed while its last file was on the way.</summary>
    private async Task BringTo(Upload upload, StoredFile file, CancellationToken ct)
    {
        if (upload.DraftId is not { } id || await db.Drafts.SingleOrDefaultAsync(d => d.Id == id, ct) is not { } draft) return;
        if (!draft.IsFiled)
        {
            draft.Touch(clock.GetUtcNow());
            return;
        }
        var (application, person) = await db.Application(draft.ApplicationId!.Value, ct);
        var now = Moment.In(application.Zone, clock);
        file.ApplicationId = application.Id;
        application.Attach(file.Document!, file.AsVersion());
        application.Receive([file.Document!], now.Day, person, law, now);
    }

    private async Task<RuleBroken> Refuse(Upload upload, RuleBroken refusal)
    {
        store.Erase(upload.Id);
        db.ChangeTracker.Clear();
        await db.Uploads.Where(u => u.Id == upload.Id).ExecuteDeleteAsync(CancellationToken.None);
        return refusal;
    }
}
