using Anef.Applications.Persistence;
using Anef.Applications.StoreDocument;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.PrepareChanges;

/// <summary>The person gives the prepared changes up; the request stays as it was.</summary>
internal sealed class DiscardChanges(ApplicationsDb db, Shredder shredder, Visitor visitor) : IUseCase<DiscardChanges.Request, Done>
{
    public sealed record Request(string Number);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, _) = await db.OwnApplication(visitor, request.Number, ct);
        if (await db.OpenSet(application.Id, ct) is not { } set) return new();
        List<Guid> files = [.. set.Documents.Select(d => d.File.File)];
        await db.Forget(files, ct);
        db.Remove(set);
        await db.SaveSet(ct);
        await shredder.Finish(ct);
        return new();
    }
}
