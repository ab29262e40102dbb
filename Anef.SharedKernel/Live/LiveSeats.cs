using System.Collections.Concurrent;

namespace Anef.SharedKernel.Live;

/// <summary>How many pages an account may keep open to the live feed on one host.</summary>
public sealed class LiveSeats
{
    /// <summary>Beyond it a page still works, by reloading.</summary>
    public const int AnAccount = 6;

    private readonly ConcurrentDictionary<Guid, int> _taken = new();

    /// <summary>Takes a seat; null when there is none left. Disposing of it gives it back.</summary>
    public IDisposable? Take(Guid account)
    {
        if (_taken.AddOrUpdate(account, 1, (_, taken) => taken + 1) <= AnAccount) return new Seat(this, account);
        Leave(account);
        return null;
    }

    private void Leave(Guid account)
    {
        if (_taken.AddOrUpdate(account, 0, (_, taken) => taken - 1) <= 0) _taken.TryRemove(KeyValuePair.Create(account, 0));
    }

    private sealed class Seat(LiveSeats seats, Guid account) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0) seats.Leave(account);
        }
    }
}
