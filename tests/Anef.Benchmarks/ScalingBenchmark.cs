using Anef.SharedKernel.Persistence;

namespace Anef.Benchmarks;

/// <summary>The night's work costs what is due, not who waits: 10,000 due among 100,000 and among 2,000,000.</summary>
internal static class ScalingBenchmark
{
    public static async Task<IReadOnlyList<Figure>> Measure(bool quick)
    {
        var (due, few, many) = quick ? (1_000, 10_000, 200_000) : (10_000, 100_000, 2_000_000);
        await Night.OfTheProgram(DatabaseProvider.Sqlite, 5_000, 1_000);
        var small = Median.Of([await Night.OfTheProgram(DatabaseProvider.Sqlite, few, due), await Night.OfTheProgram(DatabaseProvider.Sqlite, few, due), await Night.OfTheProgram(DatabaseProvider.Sqlite, few, due)]);
        var large = await Night.OfTheProgram(DatabaseProvider.Sqlite, many, due);
        Console.WriteLine($"sweep.scaling: {due:N0} due among {few:N0}: {small:0.000} s; among {many:N0}: {large:0.000} s");
        return [new Figure("sweep.scaling", large / small, 1.3)];
    }
}
