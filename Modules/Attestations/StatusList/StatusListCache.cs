using System.Collections.Concurrent;

namespace Anef.Attestations.StatusList;

/// <summary>Signed lists, kept for as long as they hold.</summary>
internal sealed class StatusListCache(TimeProvider clock)
{
    private readonly ConcurrentDictionary<int, (string Signed, DateTimeOffset Until)> _lists = new();

    public string? Find(int list) => _lists.TryGetValue(list, out var kept) && clock.GetUtcNow() < kept.Until ? kept.Signed : null;

    public void Keep(int list, string signed, DateTimeOffset until) => _lists[list] = (signed, until);
}
