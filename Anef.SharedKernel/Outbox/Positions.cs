namespace Anef.SharedKernel.Outbox;

/// <summary>Numbers facts so that none of one host shares a place with another, whatever the clock does.</summary>
public sealed class Positions(TimeProvider clock)
{
    private long _last;

    /// <summary>The next place: the clock's ticks, or one more than the last.</summary>
    public long Next() => Take(1);

    /// <summary>The first of <paramref name="count"/> places in a row.</summary>
    public long Take(int count)
    {
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var first = Math.Max(clock.GetUtcNow().UtcTicks, last + 1);
            if (Interlocked.CompareExchange(ref _last, first + count - 1, last) == last) return first;
        }
    }
}
