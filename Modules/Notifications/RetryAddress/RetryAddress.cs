using Anef.Notifications.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Notifications.RetryAddress;

/// <summary>The person says that an address works: it is used again from the next message on.</summary>
internal sealed class RetryAddress(NotificationsDb db, TimeProvider clock) : IUseCase<RetryAddress.Request, Done>
{
    public sealed record Request(Guid PersonId, Guid TroubleId);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var trouble = await db.Troubles.SingleOrDefaultAsync(t => t.Id == request.TroubleId && t.PersonId == request.PersonId, ct) ?? throw new NotFound("cette adresse");
        trouble.Clear(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
