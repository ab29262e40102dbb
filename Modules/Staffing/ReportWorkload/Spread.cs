namespace Anef.Staffing.ReportWorkload;

/// <summary>How many had each number of days: what the database counted, from which exact ranks are read.</summary>
internal sealed class Spread
{
    private readonly SortedDictionary<int, int> _counts = [];

    public int Count { get; private set; }

    public void Add(int days, int count)
    {
        _counts[days] = _counts.GetValueOrDefault(days) + count;
        Count += count;
    }

    public void Add(Spread other)
    {
        foreach (var (days, count) in other._counts) Add(days, count);
    }

    /// <summary>The smallest value that so many in a hundred do not exceed; null for nobody.</summary>
    public int? Rank(int percent)
    {
        var wanted = Math.Max(1, (((long)Count * percent) + 99) / 100);
        long seen = 0;
        foreach (var (days, count) in _counts)
            if ((seen += count) >= wanted) return days;
        return null;
    }

    public int? Largest => Rank(100);
}
