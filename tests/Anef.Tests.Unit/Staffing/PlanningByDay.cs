using Anef.Staffing.Domain.Planning;

namespace Anef.Tests.Unit.Staffing;

internal sealed class PlanningByDay
{
    private static readonly double[] Staffs = [0, 1, 2, 2.5, 3, 3.5, 4, 5, 8];

    [Test]
    public void The_same_seed_gives_the_same_plan_on_one_processor_and_on_two() =>
        Assert.That(Words(new Simulator(PlanInputs.Town(), cores: 2).Of(3)), Is.EqualTo(Words(new Simulator(PlanInputs.Town()).Of(3))));

    [Test]
    public void Another_seed_gives_another_plan() => Assert.That(Words(new Simulator(PlanInputs.Town(seed: 2)).Of(3)), Is.Not.EqualTo(Words(new Simulator(PlanInputs.Town()).Of(3))));

    [Test]
    public void What_waits_is_what_waited_and_what_came_less_what_was_decided_every_day()
    {
        var input = PlanInputs.Town(staff: 3, backlog: 2000);
        var run = new PlanRun(input, new Future(input, 1));
        run.Begin(7);
        Assert.That(run.Stock, Is.EqualTo(2000));
        for (var day = 0; day < input.Days; day++)
        {
            var before = run.Stock;
            run.Live(day, 3);
            Assert.That(run.Stock, Is.EqualTo(before + run.Counts.In - run.Counts.Out).And.EqualTo(Waiting(run, input.Past + day, [0, 1, 2])), $"day {day}");
        }
    }

    [Test]
    public void Those_at_risk_and_those_too_old_are_the_ones_that_a_count_finds()
    {
        var input = PlanInputs.Town(staff: 2, backlog: 3000);
        var run = new PlanRun(input, new Future(input, 1));
        run.Begin(3);
        for (var day = 0; day < input.Days; day++)
        {
            run.Live(day, day < 60 ? 1 : 4);
            Assert.That((run.AtRisk, run.TooOld), Is.EqualTo((Waiting(run, input.Past + day - 30, [0]), Waiting(run, input.Past + day - 60, [0, 1, 2]))), $"day {day}");
        }
    }

    [Test]
    public void More_staff_never_misses_more_dates_nor_leaves_more_waiting()
    {
        var simulator = new Simulator(PlanInputs.Town(backlog: 2000));
        var outcomes = Staffs.Select(simulator.Of).ToList();
        foreach (var (fewer, more) in outcomes.Zip(outcomes.Skip(1)))
            Assert.Multiple(() =>
            {
                Assert.That(Missed(more), Is.LessThanOrEqualTo(Missed(fewer)), $"{fewer.Staff} to {more.Staff}");
                Assert.That(more.Months[^1].Stock.P50, Is.LessThanOrEqualTo(fewer.Months[^1].Stock.P50));
                Assert.That(more.Months.Sum(m => m.RightsAtRiskDays.P90), Is.LessThanOrEqualTo(fewer.Months.Sum(m => m.RightsAtRiskDays.P90)));
                Assert.That(more.BacklogGoneOn ?? DateOnly.MaxValue, Is.LessThanOrEqualTo(fewer.BacklogGoneOn ?? DateOnly.MaxValue));
            });

        static double Missed(PlanOutcome outcome) => outcome.Months.Sum(m => m.LegalDatesMissed.P90);
    }

    [Test]
    public void Bands_are_in_order()
    {
        foreach (var month in new Simulator(PlanInputs.Town(backlog: 1000)).Of(2.5).Months)
            foreach (var band in new[] { month.Stock, month.RightsAtRiskDays, month.LegalDatesMissed, month.Inflow, month.Outflow, month.Delay, month.Delay80 })
                Assert.That((band.P10, band.P90), Is.EqualTo((Math.Min(band.P10, band.P50), Math.Max(band.P50, band.P90))));
    }

    [Test]
    public void Without_staff_everything_waits_and_every_legal_date_passes()
    {
        var input = PlanInputs.Of(12, 20, 0, 1, [PlanInputs.Line("A", 30, legal: 100, alert: null, 10, 12, [])]);
        var outcome = new Simulator(input).Of(0);
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Months[^1].Stock.P50, Is.EqualTo(3600).Within(10).Percent);
            Assert.That(outcome.Months.Sum(m => m.LegalDatesMissed.P50), Is.EqualTo(2600).Within(10).Percent);
            Assert.That(outcome.Months.Sum(m => m.Outflow.P90), Is.Zero);
            Assert.That(outcome.Months.Take(3).Sum(m => m.LegalDatesMissed.P90), Is.Zero);
        });
    }

    [Test]
    public void Whose_cover_depends_on_an_officer_goes_first_even_where_all_is_late()
    {
        var outcome = new Simulator(PlanInputs.Town(backlog: 6000)).Of(2);
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Months.Sum(m => m.LegalDatesMissed.P10), Is.GreaterThan(100));
            Assert.That(outcome.Months.Sum(m => m.RightsAtRiskDays.P90), Is.Zero);
        });
    }

    [Test]
    public void The_fewest_staff_is_enough_and_less_is_not()
    {
        var input = PlanInputs.Town(backlog: 2000, runs: 200);
        var simulator = new Simulator(input, 2);
        foreach (var target in Enum.GetValues<PlanTarget>())
        {
            var need = FewestStaff.For(simulator, input, target)!.Value;
            Assert.Multiple(() =>
            {
                Assert.That(simulator.Holds(need, target), $"{target}: {need}");
                Assert.That(simulator.Holds(need - 0.3, target), Is.False, $"{target}: {need} less a little");
                Assert.That(need, Is.GreaterThan(FewestStaff.Load(input) * 0.9).And.LessThan(FewestStaff.Load(input) * 2));
            });
        }
    }

    [Test]
    public void Rights_need_at_least_what_legal_dates_need()
    {
        var input = PlanInputs.Town(backlog: 1000, runs: 200);
        var simulator = new Simulator(input, 2);
        var legal = FewestStaff.For(simulator, input, PlanTarget.NoLegalDateMissed)!.Value;
        Assert.That(FewestStaff.For(simulator, input, PlanTarget.NoLegalDateMissedNorRightAtRisk, legal), Is.GreaterThanOrEqualTo(legal));
    }

    [Test]
    public void A_backlog_is_gone_when_none_waits_too_long_any_more_and_not_while_one_grows()
    {
        var simulator = new Simulator(PlanInputs.Town(backlog: 1000));
        Assert.Multiple(() =>
        {
            Assert.That(simulator.Of(6).BacklogGoneOn, Is.GreaterThan(new DateOnly(2026, 12, 2)).And.LessThan(new DateOnly(2027, 6, 1)));
            Assert.That(simulator.Of(1).BacklogGoneOn, Is.Null);
            Assert.That(new Simulator(PlanInputs.Town()).Of(1).BacklogGoneOn, Is.Null);
            Assert.That(new Simulator(PlanInputs.Town()).Of(6).BacklogGoneOn, Is.EqualTo(new DateOnly(2026, 12, 1)));
        });
    }

    [Test]
    public void Nothing_to_do_needs_nobody()
    {
        var input = PlanInputs.Of(12, 20, 0, 1, []);
        Assert.That(FewestStaff.For(new Simulator(input), input, PlanTarget.NoLegalDateMissed), Is.Zero);
    }

    [Test]
    public void By_day_it_goes_as_event_by_event()
    {
        // One pool that works every day: a stock built up by a busy month melts at the same pace in both.
        const double PerDay = 40, Minutes = 60, Net = 300;
        var input = PlanInputs.Of(12, 40, 0, 1, [PlanInputs.Line("A", Minutes, null, null, PerDay, 12, [])]) with { Minutes = [.. Enumerable.Repeat(Net, 360)], Absence = 0, LevelSpread = 0, MonthSpread = 0 };
        const int Servers = 9;
        var byDay = new Simulator(input).Of(Servers).Months.Skip(1).Average(m => m.Delay.P50);
        var byEvent = new EventQueue(Servers, [PerDay], [0], () => Minutes / Net).MeanWaits(20_000, 100, new Chance(1, 1))[0];
        Assert.That(byDay, Is.EqualTo(byEvent).Within(1));
    }

    /// <summary>Files that arrived by a day and wait, counted one cell after the other.</summary>
    private static long Waiting(PlanRun run, int lastDay, int[] lines) => Enumerable.Range(0, Math.Max(0, lastDay + 1)).Sum(day => lines.Sum(line => (long)run.Waiting[day, line]));

    private static string Words(PlanOutcome outcome) => string.Join(';', outcome.Months) + outcome.BacklogGoneOn;
}
