using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.SharedKernel.UseCases;

namespace Anef.Applications.WithdrawApplication;

/// <summary>The person withdraws; it takes effect after seven days.</summary>
internal sealed class WithdrawApplication(ApplicationsDb db, TimeProvider clock) : IUseCase<WithdrawApplication.Request, Done>
{
    public sealed record Request(Guid ApplicationId);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var (application, _) = await db.Application(request.ApplicationId, ct);
        application.Withdraw(Moment.In(application.Zone, clock));
        await db.SaveChangesAsync(ct);
        return new();
    }
}
