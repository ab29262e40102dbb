using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.PrepareChanges;

/// <summary>The person takes a file out again before sending.</summary>
internal sealed class UnstageDocument(ApplicationsDb db, Visitor visitor, TimeProvider clock) : IUseCase<UnstageDocument.Request, Done>
{
    public sealed record Request(string Number, string Document, string Hash);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, _) = await db.OwnApplication(visitor, request.Number, ct);
        if (await db.OpenSet(application.Id, ct) is not { } set) return new();
        set.Detach(request.Document, request.Hash, Moment.In(application.Zone, clock));
        await db.SaveSet(ct);
        return new();
    }
}
