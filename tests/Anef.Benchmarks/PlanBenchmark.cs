using System.Diagnostics;
using Anef.Staffing.Domain.Planning;

namespace Anef.Benchmarks;

/// <summary>A twelve-month plan with 200 runs for each of 101 made-up prefectures, the largest of some 300 files a day: against a minute on two processors, and a gigabyte.</summary>
internal static class PlanBenchmark
{
    private const int Prefectures = 101, Procedures = 43, Days = 365, Largest = 300;
    private const double Limit = 60, Gigabyte = 1 << 30;

    public static Task<IReadOnlyList<Figure>> Measure(bool quick)
    {
        var (prefectures, largest) = (quick ? 10 : Prefectures, 0L);
        var watch = Stopwatch.StartNew();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        Parallel.For(0, prefectures, new() { MaxDegreeOfParallelism = 2 }, i =>
        {
            Plan(Input(i * Prefectures / prefectures));
            InterlockedMax(ref largest, Process.GetCurrentProcess().WorkingSet64);
        });
        var (seconds, processor) = (watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
        Console.WriteLine($"plan: {prefectures} prefectures in {seconds:0.0} s, {processor:0.0} s of processors, {largest / Gigabyte:0.00} GB");
        return Task.FromResult<IReadOnlyList<Figure>>([new("plan.time", seconds, Limit * prefectures / Prefectures), new("plan.processors", processor, 2 * Limit * prefectures / Prefectures), new("plan.memory", largest / Gigabyte, 1)]);
    }

    private static void Plan(PlanInput input)
    {
        var simulator = new Simulator(input);
        foreach (var staff in new[] { 0, 1, -1 }) simulator.Of(Math.Max(0, input.Staff + staff));
        var dates = FewestStaff.For(simulator, input, PlanTarget.NoLegalDateMissed) ?? 0;
        FewestStaff.For(simulator, input, PlanTarget.NoLegalDateMissedNorRightAtRisk, dates);
        FewestStaff.For(simulator, input, PlanTarget.TargetDelay);
    }

    /// <summary>Each a little smaller than the one before; half of them with months of backlog.</summary>
    private static PlanInput Input(int rank)
    {
        var chance = new Chance(42, (ulong)rank);
        var files = Math.Max(3, Largest * Math.Pow(0.95, rank));
        var lines = Enumerable.Range(0, Procedures).SelectMany(i => Lines(i, files * Math.Exp(4 * chance.Next()) / 600, backlog: rank % 2 == 0)).OrderBy(l => l.Order).ThenBy(l => l.LegalAfter).ToList();
        var input = new PlanInput
        {
            Prefecture = $"{rank}", From = new(2026, 12, 1), Lines = lines, Staff = 0, Absence = 0.06, LevelSpread = 0.08, TargetDays = 60, CatchUpDays = 90, Runs = 200, Seed = 1,
            Periods = [.. Enumerable.Range(0, 12).Select(m => new PlanPeriod(new DateOnly(2026, 12, 1).AddMonths(m), Days * m / 12, (Days * (m + 1) / 12) - (Days * m / 12), true))],
            Minutes = [.. Enumerable.Range(0, Days).Select(day => day % 7 < 5 ? 155.0 : 0)],
        };
        return input with { Staff = FewestStaff.Load(input) };
    }

    private static IEnumerable<PlanLine> Lines(int procedure, double perDay, bool backlog)
    {
        int?[] legal = [60, 90, 122, 122, null];
        var line = new PlanLine
        {
            Procedure = $"P{procedure}", Minutes = 15 + procedure, LegalAfter = legal[procedure % 5], AlertAfter = null, PerDay = [.. Enumerable.Repeat(perDay * 0.9, 12)],
            Stock = [.. Enumerable.Repeat((int)Math.Round(perDay), backlog ? 200 : 40)],
        };
        return [line, line with { AlertAfter = 30 + (15 * (procedure % 3)), PerDay = [.. Enumerable.Repeat(perDay * 0.1, 12)], Stock = [] }];
    }

    private static void InterlockedMax(ref long most, long value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
            if (Interlocked.CompareExchange(ref most, value, seen) == seen) return;
    }
}
