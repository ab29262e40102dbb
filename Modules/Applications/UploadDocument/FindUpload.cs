using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.UploadDocument;

/// <summary>How far an upload has come, for the account that began it.</summary>
internal sealed class FindUpload(ApplicationsDb db, DocumentStore store, Visitor visitor, TimeProvider clock) : IUseCase<FindUpload.Request, FindUpload.Found>
{
    public sealed record Request(Guid Id);

    public sealed record Found(Upload Upload, long Offset);

    public async Task<Found> Handle(Request request, CancellationToken ct)
    {
        var upload = await db.Uploads.SingleOrDefaultAsync(u => u.Id == request.Id, ct);
        if (upload is null || visitor.AccountId != upload.Account || upload.ExpiresAt <= clock.GetUtcNow()) throw new NotFound("cet envoi");
        return new(upload, upload.Done ? upload.Length : store.Sealed(upload.Id, upload.WrappedKey).Length());
    }
}
