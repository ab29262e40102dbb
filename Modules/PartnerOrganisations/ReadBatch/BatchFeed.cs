using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Anef.PartnerOrganisations.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.PartnerOrganisations.ReadBatch;

/// <summary>Tells how far a batch is, until it is done.</summary>
/// <remarks>One small read a second and a listener: batches are few, and their progress is no fact that anybody else wants told.</remarks>
internal sealed class BatchFeed(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>An event <c>change</c> each time that something changed, the first at once.</summary>
    public async IAsyncEnumerable<SseItem<string>> Changes(Guid batch, [EnumeratorCancellation] CancellationToken ct)
    {
        var (last, end) = ("", clock.GetUtcNow() + Longest);
        while (clock.GetUtcNow() < end)
        {
            var (now, over) = await Look(batch, ct);
            if (now != last) yield return new(now, "change") { EventId = now };
            if (over) yield break;
            last = now;
            await Task.Delay(Pause, clock, ct);
        }
    }

    private async Task<(string State, bool Over)> Look(Guid batch, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<PartnerOrganisationsDb>().Batches.AsNoTracking().Where(b => b.Id == batch).Select(b => new { b.State, b.Settled, b.Lines }).SingleOrDefaultAsync(ct);
        return found is null ? ("", true) : ($"{found.State} {found.Settled}/{found.Lines}", found.State == Domain.BatchState.Done);
    }
}
