using System.Collections.Concurrent;

namespace Anef.Staffing.ShowIndicators;

/// <summary>What was counted today: the public asks as often as it likes, the database counts once a day and prefecture, one after the other.</summary>
internal sealed class IndicatorShelf : IDisposable
{
    private readonly ConcurrentDictionary<string, (DateOnly Day, Indicators Indicators)> _counted = [];
    private readonly SemaphoreSlim _one = new(1);

    public async Task<Indicators> Find(string? prefecture, DateOnly today, Func<Task<Indicators>> count, CancellationToken ct)
    {
        var key = prefecture ?? "";
        if (_counted.TryGetValue(key, out var known) && known.Day == today) return known.Indicators;
        await _one.WaitAsync(ct);
        try
        {
            if (_counted.TryGetValue(key, out known) && known.Day == today) return known.Indicators;
            var counted = await count();
            _counted[key] = (today, counted);
            return counted;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
