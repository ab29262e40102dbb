using Anef.Procedures.Domain;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Rehearsals;
using Microsoft.EntityFrameworkCore;

namespace Anef.Procedures.RehearseDraft;

/// <summary>Plays the oldest rehearsal that waits: every file with the draft as it is dated, then as if it held already.</summary>
internal sealed class PlayDraft(ProceduresDb db, IRehearsals rehearsals, DraftTexts texts, TimeProvider clock)
{
    private const int SaveEvery = 4;

    /// <summary>After so long without an end, the host that played it has gone.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(20);

    /// <summary>True when there may be more.</summary>
    public async Task<bool> PlayNext(CancellationToken ct)
    {
        var gone = clock.GetUtcNow() - Abandoned;
        var next = await db.DraftRehearsals.OrderBy(r => r.AskedAt)
            .FirstOrDefaultAsync(r => r.State == RehearsalState.Waiting || (r.State == RehearsalState.Playing && r.StartedAt < gone), ct);
        if (next is null) return false;
        next.Start(rehearsals.Files().Count * 2, clock.GetUtcNow());
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateConcurrencyException) { return true; }
        await Play(next, ct);
        return true;
    }

    private async Task Play(DraftRehearsal rehearsal, CancellationToken ct)
    {
        var draft = await db.RuleDrafts.AsNoTracking().SingleAsync(d => d.Id == rehearsal.DraftId, ct);
        try
        {
            var results = new List<PlayedFile>();
            foreach (var play in new[] { DraftPlay.Dated, DraftPlay.Already })
                await foreach (var result in rehearsals.Play(await texts.WithDraft(draft, play, ct), ct))
                {
                    results.Add(new(result.File, result.Title, play, result.Passed, result.Failures));
                    rehearsal.Note(results);
                    if (results.Count % SaveEvery == 0) await db.SaveChangesAsync(ct);
                }
            rehearsal.End(clock.GetUtcNow());
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            rehearsal.Fail(fault.Message, clock.GetUtcNow());
        }
        await db.SaveChangesAsync(ct);
    }
}
