using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.ProcessBatch;

/// <summary>Goes on with the oldest batch that nobody has in hand, a turn at a time.</summary>
internal sealed class BatchPump(PartnerOrganisationsDb db, IUseCase<ProcessBatch.Request, bool> process, TimeProvider clock) : IPump
{
    public async Task<bool> Pump(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var next = await db.Batches.Where(b => b.State != BatchState.Done && (b.LeasedUntil == null || b.LeasedUntil <= now))
            .OrderBy(b => b.ReceivedAt).ThenBy(b => b.Id).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(ct);
        if (next is not { } id) return false;
        await process.Handle(new(id), ct);
        return true;
    }
}
