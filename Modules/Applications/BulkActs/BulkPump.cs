using Anef.Applications.Persistence;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Anef.Applications.BulkActs;

/// <summary>Does the runs that were started, some files at a time, each in its own transaction: one that fails holds back no other, and a stop loses nothing.</summary>
internal sealed class BulkPump(ApplicationsDb db, IServiceScopeFactory scopes, TimeProvider clock, ILogger<BulkPump> log) : IPump
{
    private const int AtOnce = 20;

    public async Task<bool> Pump(CancellationToken ct)
    {
        if (await db.Set<BulkRun>().Where(r => r.FinishedAt == null && r.StartedAt != null).OrderBy(r => r.StartedAt).FirstOrDefaultAsync(ct) is not { } run) return false;
        var waiting = await db.Set<BulkItem>().AsNoTracking().Where(i => i.RunId == run.Id && i.State == BulkState.Waiting).OrderBy(i => i.Position).Take(AtOnce).ToListAsync(ct);
        foreach (var item in waiting) await Do(run, item, ct);
        if (waiting.Count == AtOnce) return true;
        run.FinishedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task Do(BulkRun run, BulkItem item, CancellationToken ct)
    {
        string refusal;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<BulkWork>().Do(run, item, ct);
            return;
        }
        catch (RuleBroken broken) when (broken.Code == "applications.changed-meanwhile")
        {
            refusal = "il a changé depuis l'aperçu : regardez-le avant d'agir";
        }
        catch (RuleBroken broken)
        {
            refusal = broken.Message;
        }
        catch (NotFound)
        {
            refusal = "il ne vous est plus ouvert";
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "{Act} on one file of run {Run} failed", run.Act, run.Id);
            refusal = "une erreur est survenue ; rien n'a été changé";
        }
        await using var after = scopes.CreateAsyncScope();
        await after.ServiceProvider.GetRequiredService<BulkWork>().Refuse(item, refusal, ct);
    }
}
