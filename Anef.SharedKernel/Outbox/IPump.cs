namespace Anef.SharedKernel.Outbox;

/// <summary>Durable work kept as rows, done a little at a time: facts to deliver, messages to send.</summary>
public interface IPump
{
    /// <summary>Does some of what is due now; true when there may be more.</summary>
    Task<bool> Pump(CancellationToken ct);
}

/// <summary>Rung after a commit that left work for a pump, so that nobody waits for the next tick.</summary>
public sealed class PumpBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when it rings next, for whoever only watches: the work stays the pumps'.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>There is work.</summary>
    public void Ring()
    {
        Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        try { if (_rung.CurrentCount == 0) _rung.Release(); }
        catch (SemaphoreFullException) { /* already ringing */ }
    }

    /// <inheritdoc/>
    public void Dispose() => _rung.Dispose();

    /// <summary>Waits for work, at most so long.</summary>
    public Task Wait(TimeSpan atMost, CancellationToken ct) => _rung.WaitAsync(atMost, ct);
}
