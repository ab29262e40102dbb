using Anef.Applications.Persistence;
using Anef.Attestations.Persistence;
using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Killed;

/// <summary>What a host had in hand when it was killed is taken up again some minutes later: here the minutes pass at once.</summary>
internal static class Leases
{
    /// <summary>Moves every lease that was already there at the last call to its end; returns how many.</summary>
    /// <remarks>A living host holds a lease for milliseconds: what two looks, some time apart, both find is a dead one's.</remarks>
    public static async Task<int> Pass(Night night, CancellationToken ct)
    {
        var held = await Held(night, ct);
        if (held.Count == 0) return 0;
        await Task.Delay(TimeSpan.FromSeconds(2), ct);
        var dead = (await Held(night, ct)).Intersect(held).Select(h => h.Id).ToList();
        var now = TimeProvider.System.GetUtcNow();
        await using var scope = night.House.Scope();
        await scope.ServiceProvider.GetRequiredService<NotificationsDb>().Messages.Where(m => dead.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, now), ct);
        foreach (var db in Dbs(scope)) await db.Deliveries.Where(d => dead.Contains(d.Id)).ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, now), ct);
        return dead.Count;
    }

    private static async Task<List<(Guid Id, DateTimeOffset Until)>> Held(Night night, CancellationToken ct)
    {
        var soon = TimeProvider.System.GetUtcNow().AddSeconds(30);
        await using var scope = night.House.Scope();
        var held = await scope.ServiceProvider.GetRequiredService<NotificationsDb>().Messages.Where(m => m.State == MessageState.Sending && m.DueAt > soon).Select(m => new { m.Id, m.DueAt }).ToListAsync(ct);
        foreach (var db in Dbs(scope)) held.AddRange(await db.Deliveries.Where(d => d.DueAt > soon).Select(d => new { d.Id, d.DueAt }).ToListAsync(ct));
        return held.ConvertAll(h => (h.Id, h.DueAt));
    }

    private static ModuleDb[] Dbs(AsyncServiceScope scope) =>
        [scope.ServiceProvider.GetRequiredService<ApplicationsDb>(), scope.ServiceProvider.GetRequiredService<AttestationsDb>(), scope.ServiceProvider.GetRequiredService<NotificationsDb>()];
}
