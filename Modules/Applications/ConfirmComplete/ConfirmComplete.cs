using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.ConfirmComplete;

/// <summary>An officer confirms that the file is complete.</summary>
internal sealed class ConfirmComplete(ApplicationsDb db, TimeProvider clock) : IUseCase<ConfirmComplete.Request, Done>
{
    public sealed record Request(Guid ApplicationId);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, _) = await db.Application(request.ApplicationId, ct);
        application.Confirm(Moment.In(application.Zone, clock));
        await db.SaveChangesAsync(ct);
        return new();
    }
}
