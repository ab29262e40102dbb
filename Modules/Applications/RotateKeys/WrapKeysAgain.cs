using Anef.Applications.Persistence;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Jobs;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.RotateKeys;

/// <summary>Wraps the keys of documents under the newest key of the ring. No document is touched.</summary>
internal sealed class WrapKeysAgain(ApplicationsDb db, DocumentKeys keys) : IUseCase<WrapKeysAgain.Request, int>
{
    private const int Batch = 500;

    /// <summary>A wrapped key begins with the name of the key that wraps it: so many signs tell them apart.</summary>
    private const int NameSigns = 24;

    /// <param name="Renew">Make the ring a new key first.</param>
    public sealed record Request(bool Renew = false);

    public async Task<int> Handle(Request request, CancellationToken ct)
    {
        if (request.Renew) keys.Renew();
        var newest = keys.Make()[..NameSigns];
        var done = 0;
        for (var after = Guid.Empty; ;)
        {
            var files = await db.StoredFiles.Where(f => f.Id > after && f.WrappedKey != "" && !f.WrappedKey.StartsWith(newest)).OrderBy(f => f.Id).Take(Batch).ToListAsync(ct);
            if (files.Count == 0) return done;
            foreach (var file in files)
            {
                if (keys.WrapAgain(file.WrappedKey) is not { } wrapped) continue;
                file.WrappedKey = wrapped;
                done++;
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            after = files[^1].Id;
        }
    }
}

/// <summary>Every night: the ring makes itself a new key every ninety days.</summary>
[Schedule("applications.wrap-keys", "15 4 * * *")]
internal sealed class WrapKeysAgainJob(IUseCase<WrapKeysAgain.Request, int> wrap) : IJob
{
    public Task Run(CancellationToken ct) => wrap.Handle(new(), ct);
}
