using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;

namespace Anef.Benchmarks;

/// <summary>200,000 due among 1,000,000: at most twice the time of plain SQL that writes the same rows; memory growth under 200 MB.</summary>
internal static class SweepBenchmark
{
    public static Task<IReadOnlyList<Figure>> Measure(bool quick) => EachDatabase.Measure("sweep", async (provider, database) =>
    {
        var name = $"sweep.{database}";
        var (people, due) = quick ? (100_000, 20_000) : (1_000_000, 200_000);
        await Night.OfTheProgram(provider, 5_000, 1_000); // the program's code is compiled by then, as on any night but the first
        long grown = 0;
        var program = await Night.OfTheProgram(provider, people, due, bytes => grown = bytes);
        var floor = await Night.OfTheFloor(provider, people, due);
        Console.WriteLine($"{name}: {due:N0} of {people:N0}, program {program:0.00} s, floor {floor:0.00} s, memory {grown / 1_000_000} MB");
        return [new Figure(name, program / floor, 2), new Figure($"{name}.memory", grown / 200e6, 1)];
    });
}
