namespace Anef.Benchmarks;

/// <summary>A ratio against a floor measured in the same run.</summary>
/// <param name="AtLeast">The ratio must reach the limit; else it must not pass it.</param>
internal sealed record Figure(string Name, double Ratio, double Limit, bool AtLeast = false)
{
    public bool Holds => AtLeast ? Ratio >= Limit : Ratio <= Limit;
}

internal static class Median
{
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
