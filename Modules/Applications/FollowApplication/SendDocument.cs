using Anef.Applications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.FollowApplication;

/// <summary>The person sends a document that is awaited; it counts at once.</summary>
internal sealed class SendDocument(ApplicationsDb db, IUseCase<StoreDocument.StoreDocument.Request, Guid> store, Visitor visitor) : IUseCase<SendDocument.Request, Done>
{
    public sealed record Request(string Number, string Document, Stream Content, string Name);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var file = await db.Own(visitor, request.Number).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new NotFound("cette demande");
        if (file.Documents.All(d => d.Code != request.Document))
            throw new RuleBroken("applications.unknown-document", "Ce document n'est pas dans la liste de cette demande : choisissez-le dans la liste, ou joignez-le à un message.");
        await store.Handle(new(file.Id, request.Document, request.Content, request.Name, visitor.AccountId), ct);
        return new();
    }
}
