using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.StoreDocument;

/// <summary>Keeps a file for a document of a request: a new version, with every earlier one.</summary>
internal sealed class StoreDocument(ApplicationsDb db, DocumentStore store, IProcedures law, TimeProvider clock) : IUseCase<StoreDocument.Request, string>
{
    public sealed record Request(Guid ApplicationId, string Document, Stream Content);

    public async Task<string> Handle(Request request, CancellationToken ct)
    {
        var (application, person) = await db.Application(request.ApplicationId, ct);
        var now = Moment.In(application.Zone, clock);
        application.EnsureOpen(); // before anything of theirs is on the disk
        var (hash, mediaType, size) = await store.Keep(request.Content, ct);
        application.Attach(request.Document, new StoredVersion(hash, mediaType, size, now.At));
        application.Receive([request.Document], now.Day, person, law, now);
        await db.SaveChangesAsync(ct);
        return hash;
    }
}
