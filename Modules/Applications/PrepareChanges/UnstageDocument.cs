using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.PrepareChanges;

/// <summary>The person takes a file out again before sending: nothing is kept of it.</summary>
internal sealed class UnstageDocument(ApplicationsDb db, Shredder shredder, Visitor visitor, TimeProvider clock) : IUseCase<UnstageDocument.Request, Done>
{
    public sealed record Request(string Number, Guid File);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, _) = await db.OwnApplication(visitor, request.Number, ct);
        if (await db.OpenSet(application.Id, ct) is not { } set || set.Documents.All(d => d.File.File != request.File)) return new();
        set.Detach(request.File, Moment.In(application.Zone, clock));
        await db.Forget([request.File], ct);
        await db.SaveSet(ct);
        await shredder.Finish(ct);
        return new();
    }
}
