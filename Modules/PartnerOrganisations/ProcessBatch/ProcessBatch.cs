using Anef.PartnerOrganisations.Acknowledge;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ReadMail;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.PartnerOrganisations.ProcessBatch;

/// <summary>Goes on with a batch where it was left, some lines at a time, until it is done or its turn is over.</summary>
/// <remarks>Each chunk is one transaction with the batch's progress in it; what a chunk asks of the neighbours is done once, however often it is asked.</remarks>
internal sealed class ProcessBatch(PartnerOrganisationsDb db, SafeReader reader, SettleLines settle, Acknowledgement acknowledgement, MailSeal seal, TimeProvider clock) : IUseCase<ProcessBatch.Request, bool>
{
    /// <summary>Lines a chunk: enough to ask by sets, few enough to show progress.</summary>
    public const int Chunk = 500;

    /// <summary>How long a host may be silent before another goes on.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    public sealed record Request(Guid Batch);

    /// <returns>True when it is done, or when another host has it.</returns>
    public async Task<bool> Handle(Request request, CancellationToken ct)
    {
        var batch = await db.Batches.SingleOrDefaultAsync(b => b.Id == request.Batch, ct) ?? throw new NotFound("ce lot");
        var started = clock.GetUtcNow();
        if (batch.State == BatchState.Done || batch.LeasedUntil > started) return true;
        try
        {
            batch.LeasedUntil = started + Lease;
            await db.SaveChangesAsync(ct);
            return await GoOn(batch, started, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another host was faster, or took over from us.
            db.ChangeTracker.Clear();
            return true;
        }
    }

    private async Task<bool> GoOn(Batch batch, DateTimeOffset started, CancellationToken ct)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == batch.OrganisationId, ct);
        var mail = await db.Mails.AsNoTracking().SingleAsync(m => m.Id == batch.MailId, ct);
        var reading = reader.Read(seal.Open(mail.Content));
        (batch.Lines, batch.State) = (reading.Lines.Count, BatchState.Read);
        batch.Fault = (reading.Fault ?? (reading.Lines.Count == 0 ? "noLines" : null)) is { } fault ? Outcomes.OfFault(fault) : FaultWords.OfNotes(reading.Notes);
        var files = reading.Files.ToDictionary(f => f.Name);
        var settled = (await db.Lines.Where(l => l.BatchId == batch.Id).Select(l => l.Number).ToListAsync(ct)).ToHashSet();
        foreach (var chunk in reading.Lines.Where(l => !settled.Contains(l.Number)).Chunk(Chunk))
        {
            await settle.Settle(batch, organisation, chunk, files, clock.GetUtcNow() + Lease, ct);
            if (clock.GetUtcNow() - started > Turn) return await Release(batch, ct);
        }
        await acknowledgement.Finish(batch, organisation, mail, ct);
        return true;
    }

    /// <summary>Others wait for their turn.</summary>
    private async Task<bool> Release(Batch batch, CancellationToken ct)
    {
        batch.LeasedUntil = null;
        await db.SaveChangesAsync(ct);
        return false;
    }
}
