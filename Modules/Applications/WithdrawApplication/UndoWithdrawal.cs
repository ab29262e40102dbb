using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.WithdrawApplication;

/// <summary>The person takes the withdrawal back before it takes effect.</summary>
internal sealed class UndoWithdrawal(ApplicationsDb db, TimeProvider clock) : IUseCase<UndoWithdrawal.Request, Done>
{
    public sealed record Request(Guid ApplicationId);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, _) = await db.Application(request.ApplicationId, ct);
        application.UndoWithdrawal(Moment.In(application.Zone, clock));
        await db.SaveChangesAsync(ct);
        return new();
    }
}
