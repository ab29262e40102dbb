using System.Diagnostics;
using Anef.Staffing.Domain.Planning;
using Anef.Staffing.PlanStaffing;

namespace Anef.Benchmarks;

/// <summary>A twelve-month plan with 200 runs for each of 101 made-up prefectures in the 43 procedures of the ministry's reference, the largest of some 300 files a day, all of them of 6,000 (the nation's are some 4,000): against a minute on two processors, and a gigabyte.</summary>
internal static class PlanBenchmark
{
    private const int Prefectures = 101, Days = 365, Largest = 300;
    private static readonly DateOnly Begin = new(2026, 12, 1);
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
        var (chance, effort) = (new Chance(42, (ulong)rank), Effort.On(Begin));
        var files = Math.Max(3, Largest * Math.Pow(0.95, rank));
        var lines = effort.Procedures.SelectMany((p, i) => Lines(p, i, effort.CurveOf(p.Code), files * Days * effort.ShareOf(p.Code) * chance.Factor(0.5), backlog: rank % 2 == 0)).OrderBy(l => l.Order).ThenBy(l => l.LegalAfter).ToList();
        var input = new PlanInput
        {
            Prefecture = $"{rank}", From = Begin, Lines = lines, Staff = 0, Absence = 0.06, LevelSpread = 0.08, TargetDays = 60, CatchUpDays = 90, Runs = 200, Seed = 1,
            Periods = [.. Enumerable.Range(0, 12).Select(m => new PlanPeriod(Begin.AddMonths(m), Days * m / 12, (Days * (m + 1) / 12) - (Days * m / 12), true))],
            Minutes = [.. Enumerable.Range(0, Days).Select(day => day % 7 < 5 ? 155.0 : 0)],
        };
        return input with { Staff = FewestStaff.Load(input) };
    }

    private static IEnumerable<PlanLine> Lines(ProcedureEffort effort, int place, double[] curve, double perYear, bool backlog)
    {
        int?[] legal = [60, 90, 122, 122, null];
        double[] perDay = [.. Enumerable.Range(0, 12).Select(m => perYear * curve[Begin.AddMonths(m).Month - 1] * 12 / Days)];
        var risk = effort.AtRisk / 100;
        var line = new PlanLine
        {
            Procedure = effort.Code, Minutes = effort.Minutes, LegalAfter = legal[place % 5], AlertAfter = null, PerDay = [.. perDay.Select(d => d * (1 - risk))],
            Stock = [.. Enumerable.Range(0, backlog ? 200 : 40).Select(age => (int)((age + 1) * perYear / Days) - (int)(age * perYear / Days))],
        };
        yield return line;
        if (risk > 0) yield return line with { AlertAfter = effort.AlertDays, PerDay = [.. perDay.Select(d => d * risk)], Stock = [] };
    }

    private static void InterlockedMax(ref long most, long value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
            if (Interlocked.CompareExchange(ref most, value, seen) == seen) return;
    }
}
