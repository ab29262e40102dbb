using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.HandOverCard;

/// <summary>The card has come from production and waits at the counter.</summary>
internal sealed class RecordCardReady(ApplicationsDb db, TimeProvider clock) : IUseCase<RecordCardReady.Request, Done>
{
    public sealed record Request(Guid ApplicationId);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, _) = await db.Application(request.ApplicationId, ct);
        application.CardIsReady(Moment.In(application.Zone, clock));
        await db.SaveChangesAsync(ct);
        return new();
    }
}
