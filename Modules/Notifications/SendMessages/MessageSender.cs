using Anef.Notifications.Contracts;
using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.Notifications.Transports;
using Anef.SharedKernel.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Anef.Notifications.SendMessages;

/// <summary>Sends what is due. A row is marked before its message is handed over, so that a crash leaves a doubt and never a second copy.</summary>
internal sealed class MessageSender(NotificationsDb db, Post post, LastLook look, Detours detours, SendingMeter meter, TimeProvider clock, ILogger<MessageSender> log) : IPump
{
    /// <summary>How long a sender may keep a message: longer than all attempts of one carrying.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const int Batch = 100;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async Task<bool> Pump(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await TakeUpInterrupted(now, ct);
        var due = await db.Messages.Where(m => m.State == MessageState.Waiting && m.DueAt <= now).OrderBy(m => m.DueAt).Take(Batch).ToListAsync(ct);
        if (!await Settle(due.Where(m => post.For(m.Channel) is null), ct)) return true;
        foreach (var message in due.Where(m => m.State == MessageState.Waiting))
        {
            // Facts wait behind this pump: a slow server gets a turn, not the day.
            if (clock.GetUtcNow() - now > Turn) return true;
            if (await look.Allows(message, ct)) await Send(message, post.For(message.Channel)!, ct);
            else await Save(message, ct);
        }
        return due.Count == Batch;
    }

    /// <summary>Whose lease has passed: carried again where that shows once, else left to an operator.</summary>
    private async Task TakeUpInterrupted(DateTimeOffset now, CancellationToken ct)
    {
        var interrupted = await db.Messages.Where(m => m.State == MessageState.Sending && m.DueAt <= now).OrderBy(m => m.DueAt).Take(Batch).ToListAsync(ct);
        if (interrupted.Count == 0) return;
        foreach (var message in interrupted)
            if (post.For(message.Channel) is { Repeatable: false }) message.Stick(Message.Interrupted);
            else message.Postpone("envoi interrompu", now);
        await Save(ct);
    }

    /// <summary>Nothing has to leave: one save is the whole of the sending. False when another host was faster with one of them.</summary>
    private async Task<bool> Settle(IEnumerable<Message> silent, CancellationToken ct)
    {
        var settled = silent.ToList();
        if (settled.Count == 0) return true;
        foreach (var message in settled) Tell(message);
        if (!await Save(ct)) return false;
        foreach (var message in settled) meter.Sent(message);
        return true;
    }

    private async Task Send(Message message, ICarrier carrier, CancellationToken ct)
    {
        message.Claim(clock.GetUtcNow() + Lease);
        if (!await Save(message, ct)) return; // another host has it
        try
        {
            await carrier.Carry(message, ct);
            Tell(message);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            message.Postpone("arrêt du programme", clock.GetUtcNow());
        }
        catch (Exception fault)
        {
            await Note(message, fault, carrier.Repeatable, ct);
        }
        // What happened outside is written whatever happens inside.
        await db.SaveChangesAsync(CancellationToken.None);
        if (message.State == MessageState.Sent) meter.Sent(message);
        ct.ThrowIfCancellationRequested();
    }

    private void Tell(Message message)
    {
        message.Sent(clock.GetUtcNow());
        if (message.Envelope is null) db.Publish(new MessageSent(message.PersonId, message.ApplicationId, message.Template, message.Channel.Name(), message.Language, message.Deadline));
    }

    private async Task Note(Message message, Exception fault, bool toFile, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (fault is WayClosed closed) message.Postpone(closed.Message, now + closed.OpensIn);
        else if (fault is MayHaveLeft) message.Stick(Message.Interrupted);
        else if (Permanence.Of(fault) is not null && message.Envelope is not null) message.Stick(Faults.Words(fault, toFile));
        else if (Permanence.Of(fault) is { } cause) await detours.Take(message, cause, Faults.Words(fault, toFile), ct);
        else message.Failed(Faults.Words(fault, toFile), now);
        // Without its message: servers quote addresses.
        log.LogWarning("Message {Message} did not leave: {Fault}, attempt {Attempt}, now {State}", message.Id, fault.GetType().Name, message.Attempts, message.State);
    }

    /// <summary>False when another host was faster: its row is right. Everything read is forgotten and has to be read again.</summary>
    private async Task<bool> Save(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>The same of one row that alone was changed: only that one is forgotten, the others of the batch are still tracked.</summary>
    private async Task<bool> Save(Message message, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Entry(message).State = EntityState.Detached;
            return false;
        }
    }
}
