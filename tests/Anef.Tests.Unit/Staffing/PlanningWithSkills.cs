using Anef.Staffing.Domain.Planning;

namespace Anef.Tests.Unit.Staffing;

/// <summary>Ten files a day of A and of B, twenty minutes each: two people's work or so, whoever may do it.</summary>
internal sealed class PlanningWithSkills
{
    private const double Enough = 4;

    [Test]
    public void What_few_have_learned_waits_for_them_while_the_others_keep_up_with_the_rest()
    {
        var (few, all) = (Waiting(Town(bShare: 0.1), Enough), Waiting(Town(bShare: 1), Enough));
        Assert.Multiple(() =>
        {
            Assert.That(all.A + all.B, Is.LessThan(60), "a weekend's files");
            Assert.That(few.A, Is.LessThan(30));
            // A tenth of four people is 132 minutes on a day of work, and five days of seven are: not five files of the ten that come each day.
            Assert.That(few.B, Is.InRange(360 * (10 - (132 / 20 * 5 / 7)) * 0.9, 360 * (10 - (132 / 20 * 5 / 7)) * 1.1));
        });
    }

    [Test]
    public void What_nobody_has_learned_is_never_done()
    {
        var waiting = Waiting(Town(bShare: 0), Enough);
        Assert.That((waiting.A < 30, waiting.B), Is.EqualTo((true, waiting.CameB)));
    }

    [Test]
    public void A_pool_of_everybody_changes_nothing()
    {
        var pooled = Town(bShare: 1);
        var free = pooled.AllSkilled;
        foreach (var staff in new[] { 1.5, 2.5, Enough })
            Assert.That(Months(pooled, staff), Is.EqualTo(Months(free, staff)), $"{staff}");
    }

    [Test]
    public void Whoever_is_of_two_pools_works_once()
    {
        // The few who take B are half of those who take A; the others of the staff take neither.
        var input = Town(bShare: 0.2) is var town ? town with { Pools = [new(0.2, [0, 1]), new(0.4, [1])], Lines = [.. town.Lines.Select(l => l with { Pool = l.Procedure == "A" ? 1 : 0 }).OrderBy(l => l.Order).ThenBy(l => l.Pool)] } : null;
        var (decided, minutes) = (0, 0.0);
        var run = new PlanRun(input!, new Future(input!, 1));
        run.Begin(1);
        for (var day = 0; day < input!.Days; day++)
        {
            run.Live(day, 2);
            decided += run.Counts.Out;
            minutes += input.Minutes[day] * 2 * 0.4;
        }
        Assert.That(decided * 20.0, Is.LessThanOrEqualTo(minutes).And.GreaterThan(minutes * 0.9));
    }

    [Test]
    public void Every_file_is_somewhere_every_day()
    {
        var input = Town(bShare: 0.15);
        var run = new PlanRun(input, new Future(input, 1));
        run.Begin(2);
        for (var day = 0; day < input.Days; day++)
        {
            var before = run.Stock;
            run.Live(day, 3);
            Assert.That(run.Stock, Is.EqualTo(before + run.Counts.In - run.Counts.Out).And.EqualTo(Enumerable.Range(0, input.Past + day + 1).Sum(d => (long)run.Waiting[d, 0] + run.Waiting[d, 1])), $"day {day}");
        }
    }

    private static PlanInput Town(double bShare)
    {
        var a = PlanInputs.Line("A", 20, legal: 90, alert: null, 10, 12, []);
        return PlanInputs.Of(12, 20, Enough, 1, [a, a with { Procedure = "B", Pool = 0 }]) with { Pools = [new(bShare, [0])], Absence = 0 };
    }

    private static (long A, long B, long CameB) Waiting(PlanInput input, double staff)
    {
        var (future, days) = (new Future(input, 1), input.Past + input.Days);
        var run = new PlanRun(input, future);
        run.Begin(0);
        for (var day = 0; day < input.Days; day++) run.Live(day, staff);
        var came = Enumerable.Range(0, input.Days).Sum(day => (long)future.Files(0)[(day * future.GroupCount) + 1]);
        return (Of(0), Of(1), came);

        long Of(int group) => Enumerable.Range(0, days).Sum(day => (long)run.Waiting[day, group]);
    }

    private static string Months(PlanInput input, double staff) => string.Join('\n', new Simulator(input).Of(staff).Months);
}
