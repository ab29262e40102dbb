using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.PrepareChanges;

/// <summary>The person adds or replaces a document; nothing is sent yet.</summary>
internal sealed class StageDocument(ApplicationsDb db, DocumentStore store, Visitor visitor, TimeProvider clock) : IUseCase<StageDocument.Request, Done>
{
    public sealed record Request(string Number, string Document, Stream Content, string Name);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, _) = await db.OwnApplication(visitor, request.Number, ct);
        var now = Moment.In(application.Zone, clock);
        var set = await db.OpenSet(application, now, ct); // before anything of theirs is on the disk
        if (application.Documents.All(d => d.Code != request.Document))
            throw new RuleBroken("applications.unknown-document", "Ce document n'est pas dans la liste de cette demande : choisissez-le dans la liste, ou joignez-le à un message.");
        var file = await store.Keep(request.Content, visitor.AccountId, request.Name, ct);
        (file.Document, file.ApplicationId) = (request.Document, application.Id);
        set.Attach(request.Document, file.AsVersion(), now);
        try
        {
            await db.SaveSet(ct);
        }
        catch
        {
            store.Erase(file.Id);
            throw;
        }
        return new();
    }
}
