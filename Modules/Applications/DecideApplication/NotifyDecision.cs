using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.DecideApplication;

/// <summary>The signed decision is notified to the person.</summary>
internal sealed class NotifyDecision(ApplicationsDb db, IProcedures law, TimeProvider clock) : IUseCase<NotifyDecision.Request, Done>
{
    public sealed record Request(Guid ApplicationId);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, _) = await db.Application(request.ApplicationId, ct);
        application.Notify(law, Moment.In(application.Zone, clock));
        await db.SaveChangesAsync(ct);
        return new();
    }
}
