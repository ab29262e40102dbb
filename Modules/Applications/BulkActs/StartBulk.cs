using Anef.Applications.Persistence;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Applications.BulkActs;

/// <summary>Whoever prepared a run starts it, once.</summary>
internal sealed class StartBulk(ApplicationsDb db, PumpBell bell, Visitor visitor, TimeProvider clock) : IUseCase<StartBulk.Request, Done>
{
    public sealed record Request(Guid RunId);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var run = await db.Set<BulkRun>().SingleOrDefaultAsync(r => r.Id == request.RunId && r.AccountId == visitor.AccountId, ct) ?? throw new NotFound("ce traitement");
        if (run.StartedAt is not null) return new();
        run.StartedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        bell.Ring();
        return new();
    }
}
