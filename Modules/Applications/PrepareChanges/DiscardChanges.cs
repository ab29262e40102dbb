using Anef.Applications.Persistence;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.PrepareChanges;

/// <summary>The person gives the prepared changes up; the request stays as it was.</summary>
internal sealed class DiscardChanges(ApplicationsDb db, Visitor visitor) : IUseCase<DiscardChanges.Request, Done>
{
    public sealed record Request(string Number);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, _) = await db.OwnApplication(visitor, request.Number, ct);
        if (await db.OpenSet(application.Id, ct) is not { } set) return new();
        db.Remove(set);
        await db.SaveSet(ct);
        return new();
    }
}
