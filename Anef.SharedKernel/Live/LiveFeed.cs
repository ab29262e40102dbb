using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Anef.SharedKernel.Live;

/// <summary>Tells open pages that something of theirs changed, whichever host wrote it.</summary>
/// <remarks>
/// One reader a host, only while somebody listens: after each commit of this host at once, and every <see cref="Pause"/> for those
/// of the others. A page costs the database nothing.
/// </remarks>
public sealed class LiveFeed(IServiceScopeFactory scopes, ModuleDbCatalog modules, PumpBell bell, TimeProvider clock, ILogger<LiveFeed> log) : IDisposable
{
    /// <summary>Longest time after which what another host wrote is read.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);

    /// <summary>A page older than that is told to look again, without asking what happened.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, List<LiveListener>> _listeners = [];
    private Round? _round;

    /// <summary>Place of whatever happens from now on.</summary>
    public long Now => clock.GetUtcNow().UtcTicks;

    /// <summary>How many pages are open.</summary>
    public int Listeners { get { lock (_gate) return _listeners.Sum(l => l.Value.Count); } }

    /// <summary>Whether the outboxes are being read.</summary>
    public bool IsReading { get { lock (_gate) return _round is not null; } }

    /// <summary>Listens for a person, from a place on; 0 for whatever comes.</summary>
    public async Task<LiveListener> Listen(Guid personId, long since, CancellationToken ct)
    {
        var listener = new LiveListener(personId, Leave);
        var round = Join(listener);
        try
        {
            // What was committed before the reader stood is found here, what comes after by the reader: nothing falls between.
            await round.Standing.Task.WaitAsync(ct);
            if (since > 0) await CatchUp(listener, since, ct);
            return listener;
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate) { _round?.Dispose(); _round = null; }
    }

    private async Task CatchUp(LiveListener listener, long since, CancellationToken ct)
    {
        if (since < Now - Memory.Ticks)
        {
            listener.Hear(new(Now, listener.PersonId, null));
            return;
        }
        foreach (var note in await new OutboxTail(scopes, modules, clock).Since(since, ct))
            if (note.PersonId == listener.PersonId) listener.Hear(note);
    }

    private Round Join(LiveListener listener)
    {
        lock (_gate)
        {
            if (!_listeners.TryGetValue(listener.PersonId, out var same)) _listeners[listener.PersonId] = same = [];
            same.Add(listener);
            if (_round is null)
            {
                var round = _round = new Round();
                _ = Task.Run(() => Read(round));
            }
            return _round;
        }
    }

    private void Leave(LiveListener listener)
    {
        lock (_gate)
        {
            if (!_listeners.TryGetValue(listener.PersonId, out var same) || !same.Remove(listener)) return;
            if (same.Count == 0) _listeners.Remove(listener.PersonId);
            if (_listeners.Count > 0) return;
            _round?.Dispose();
            _round = null;
        }
    }

    private async Task Read(Round round)
    {
        var tail = new OutboxTail(scopes, modules, clock);
        while (!round.Ended.IsCancellationRequested)
        {
            var rung = bell.Next;
            try
            {
                var notes = await tail.Next(round.Ended);
                if (!round.Standing.TrySetResult()) Tell(notes);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "The outboxes could not be read for the open pages; they are read again in a moment");
            }
            catch (OperationCanceledException) { return; }
            await Task.WhenAny(rung, Task.Delay(Pause, clock, round.Ended));
        }
    }

    private void Tell(IReadOnlyList<LiveNote> notes)
    {
        lock (_gate)
            foreach (var note in notes)
                foreach (var listener in _listeners.GetValueOrDefault(note.PersonId) ?? []) listener.Hear(note);
    }

    /// <summary>From the first listener to the last.</summary>
    private sealed class Round : IDisposable
    {
        private readonly CancellationTokenSource _end = new();

        public Round() => Ended = _end.Token;

        public TaskCompletionSource Standing { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationToken Ended { get; }

        public void Dispose()
        {
            _end.Cancel();
            _end.Dispose();
        }
    }
}
