using System.Reflection;
using System.Text.Json;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Anef.SharedKernel.Delivery;

/// <summary>Carries what modules published to those that handle it: at least once, in the order of publishing.</summary>
/// <remarks>Each handler has its own delivery. One that keeps failing stays, with its count, and holds back no other.</remarks>
public sealed class EventCourier(IServiceScopeFactory scopes, ModuleDbCatalog modules, EventCatalog events, OutboxMetrics metrics, TimeProvider clock, ILogger<EventCourier> log) : IPump
{
    /// <summary>Attempts after which a delivery counts as stuck: an operator sees it; it is still tried every hour, since nothing owed may be lost.</summary>
    public const int StuckAfter = 12;

    private const int Batch = 200;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public async Task<bool> Pump(CancellationToken ct)
    {
        var carried = 0;
        foreach (var module in modules.All)
            carried += await PumpModule(module, ct);
        return carried > 0;
    }

    private async Task<int> PumpModule(Type module, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(module);
        var now = clock.GetUtcNow();
        var due = await db.Deliveries.AsNoTracking()
            .Where(d => d.DueAt <= now).OrderBy(d => d.Position).ThenBy(d => d.Handler).Take(Batch)
            .Join(db.Outbox, d => d.MessageId, m => m.Id, (d, m) => new { Delivery = d, Message = m })
            .ToListAsync(ct);
        metrics.Age(module.Name, due.Count == 0 ? TimeSpan.Zero : now - due.Min(i => i.Message.OccurredAt));
        foreach (var item in due.OrderBy(i => i.Delivery.Position).ThenBy(i => i.Delivery.Handler, StringComparer.Ordinal))
            await Carry(db, item.Delivery, item.Message, ct);
        return due.Count;
    }

    private async Task Carry(ModuleDb db, OutboxDelivery delivery, OutboxMessage message, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var attempts = delivery.Attempts + 1;
        var claimed = await db.Deliveries.Where(d => d.Id == delivery.Id && d.DueAt == delivery.DueAt)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, now + Lease).SetProperty(d => d.Attempts, attempts), ct);
        if (claimed == 0) return; // another host has it
        try
        {
            await Deliver(delivery.Handler, message, ct);
            await db.Deliveries.Where(d => d.Id == delivery.Id).ExecuteDeleteAsync(ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "{Event} {Message} was not taken by {Handler} (attempt {Attempt})", message.Type, message.Id, delivery.Handler, attempts);
            var reason = $"{failure.GetType().Name}: {failure.Message}";
            var error = reason.Length > 300 ? reason[..300] : reason;
            await db.Deliveries.Where(d => d.Id == delivery.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, now + BackOff(attempts)).SetProperty(d => d.LastError, error), ct);
        }
    }

    private async Task Deliver(string handlerName, OutboxMessage message, CancellationToken ct)
    {
        if (events.FactOf(message.Type) is not { } type) throw new InvalidOperationException($"no loaded module knows the fact {message.Type}");
        if (events.HandlerOf(handlerName) is not { } handlerType) throw new InvalidOperationException($"no loaded module has the handler {handlerName}");
        var fact = JsonSerializer.Deserialize(message.Body, type, OutboxJson.Options)!;
        await using var scope = scopes.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetRequiredService(handlerType);
        foreach (var listener in events.ListenersOf(type).Where(l => l.Handler == handlerType))
            await (Task)typeof(IHandleEvent<>).MakeGenericType(listener.Hears).GetMethod(nameof(IHandleEvent<IEvent>.Handle))!.Invoke(handler, BindingFlags.DoNotWrapExceptions, null, [fact, ct], null)!;
    }

    /// <summary>Five seconds, doubled at each attempt, at most an hour.</summary>
    private static TimeSpan BackOff(int attempts) => TimeSpan.FromSeconds(Math.Min(3600, 5 * Math.Pow(2, attempts - 1)));
}
