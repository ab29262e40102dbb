using Anef.Staffing.ReportWorkload;
using Anef.Tests.Support;
using CsCheck;
using static Anef.Tests.Integration.Reports.Histories;
using Report = Anef.Staffing.ReportWorkload.ReportWorkload;

namespace Anef.Tests.Integration.Reports;

/// <summary>Whatever happened to requests, what is left is what was there, and came, and did not go.</summary>
public sealed class Balancing
{
    private static readonly Gen<(int Seed, int Requests, int Start, int Length)> Lives = Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.Int[0, 40], Gen.Int[0, 200], Gen.Int[0, 60]);

    [Test]
    public async Task For_any_sequence_of_stays_the_stock_balances_and_periods_follow_each_other()
    {
        await using var house = await AnefHouse.Build(now: new(2026, 12, 31, 8, 0, 0, TimeSpan.Zero));
        var begin = Day("2026-01-01");
        await Lives.SampleAsync(async life =>
        {
            await house.Forget();
            var random = new Random(life.Seed);
            await house.Write(Enumerable.Range(0, life.Requests).SelectMany(_ => Wander(random, begin.DayNumber, 240)).ToList());
            var (from, to) = (begin.AddDays(life.Start), begin.AddDays(life.Start + life.Length));
            foreach (var prefecture in new[] { "42", "43", null })
            {
                var report = await house.Ask<Report.Request, WorkloadReport>(new(prefecture, from, to));
                var next = await house.Ask<Report.Request, WorkloadReport>(new(prefecture, to.AddDays(1), to.AddDays(30)));
                foreach (var (row, after) in report.Rows.Zip(next.Rows))
                    Assert.That((row.Opening + row.Inflow - row.Outflow, row.Closing), Is.EqualTo((row.Closing, after.Opening)), $"{prefecture} {row.Procedure}");
                Assert.That(report.Sum.Closing, Is.EqualTo(report.Rows.SkipLast(1).Sum(r => r.Closing)));
            }
        }, iter: 40, threads: 1);
    }
}
