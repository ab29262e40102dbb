using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.StoreDocument;

/// <summary>Keeps a file for a document of a request: a new version, with every earlier one.</summary>
internal sealed class StoreDocument(ApplicationsDb db, DocumentStore store, IProcedures law, TimeProvider clock) : IUseCase<StoreDocument.Request, Guid>
{
    /// <param name="Account">Whose session sends it; null for a program.</param>
    public sealed record Request(Guid ApplicationId, string Document, Stream Content, string Name = "", Guid? Account = null);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var (application, person) = await db.Application(request.ApplicationId, ct);
        var now = Moment.In(application.Zone, clock);
        application.EnsureOpen(); // before anything of theirs is on the disk
        var file = await store.Keep(request.Content, request.Account, request.Name, ct);
        (file.Document, file.ApplicationId) = (request.Document, application.Id);
        application.Attach(request.Document, file.AsVersion());
        application.Receive([request.Document], now.Day, person, law, now);
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
