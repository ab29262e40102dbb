using Anef.Staffing.Domain.Planning;
using Anef.Staffing.PlanStaffing;

namespace Anef.Tests.Unit.Staffing;

internal sealed class KnowingWhoCanDoWhat
{
    [Test]
    public void Whoever_has_no_procedures_written_down_takes_all() =>
        Assert.That(new Skills([new(1, []), new(0.5, ["CJF"]), new(2, ["SAL"])]).Of("CJF"), Is.EqualTo(1.5));

    [Test]
    public void Of_a_prefecture_without_officers_nothing_is_said()
    {
        var nobody = new Skills([]);
        Assert.That((nobody.Of("CJF"), nobody.Lacking(Loads(("CJF", 3)))), Is.EqualTo(((double?)null, (double?)null)));
    }

    [Test]
    public void Work_that_only_busy_people_have_learned_is_lacking_though_each_procedure_has_enough()
    {
        // Two could take A or B, and both ask for two; the other two can do neither.
        var skills = new Skills([new(2, ["A", "B"]), new(2, ["C"])]);
        Assert.That(skills.Lacking(Loads(("A", 2), ("B", 2))), Is.EqualTo(2));
        Assert.That((skills.Of("A"), skills.Of("B")), Is.EqualTo((2.0, 2.0)));
    }

    [Test]
    public void What_somebody_has_is_given_to_another_where_they_alone_can_take_what_comes() =>
        Assert.That(new Skills([new(1, ["A", "B"]), new(1, ["B", "C"]), new(1, ["A"])]).Lacking(Loads(("B", 1), ("A", 1), ("C", 1))), Is.Zero);

    [Test]
    public void Procedures_that_the_same_people_take_are_one_pool_and_a_pool_knows_those_that_it_is_part_of()
    {
        var (pools, of) = new Skills([new(2, []), new(1, ["A", "B"]), new(1, ["A", "B", "C"]), new(0, ["D"])]).Pools(["A", "B", "C", "D"]);
        Assert.Multiple(() =>
        {
            Assert.That((of["A"], of["B"]), Is.EqualTo((PlanLine.Everybody, PlanLine.Everybody)));
            Assert.That((pools[of["C"]].Share, pools[of["D"]].Share), Is.EqualTo((0.75, 0.5)));
            Assert.That(pools[of["D"]].Among, Is.EquivalentTo(new[] { of["C"], of["D"] }));
            Assert.That(pools[of["C"]].Among, Is.EquivalentTo(new[] { of["C"] }));
        });
    }

    [Test]
    public void Where_nobody_is_known_or_all_take_all_there_are_no_pools()
    {
        Assert.That(new Skills([]).Pools(["A"]).Pools, Is.Empty);
        Assert.That(new Skills([new(1, []), new(1, [])]).Pools(["A"]).Pools, Is.Empty);
    }

    [Test]
    public void Too_few_hands_are_no_lack_of_skills() => Assert.That(new Skills([new(1, []), new(1, ["A"])]).Lacking(Loads(("A", 3), ("B", 2))), Is.Zero);

    [Test]
    public void It_is_the_worst_that_any_choice_of_procedures_shows()
    {
        var random = new Random(5);
        string[] codes = ["A", "B", "C", "D"];
        for (var i = 0; i < 200; i++)
        {
            var officers = Enumerable.Range(0, 3).Select(_ => new Skilled(random.Next(0, 8) / 4.0, [.. codes.Where(_ => random.Next(2) == 0)])).ToList();
            var loads = codes.ToDictionary(c => c, _ => random.Next(0, 8) / 4.0);
            // Whatever is shared out, a set of procedures gets no more than all who take one of them (Hall).
            var undone = Enumerable.Range(0, 16).Select(set => codes.Where((_, bit) => (set >> bit & 1) == 1).ToList()).Max(set => set.Sum(c => loads[c]) - officers.Where(o => set.Any(o.Takes)).Sum(o => o.Staff));
            var shortOfHands = Math.Max(0, loads.Values.Sum() - officers.Sum(o => o.Staff));
            Assert.That(new Skills(officers).Lacking(loads), Is.EqualTo(undone - shortOfHands).Within(0.001));
        }
    }

    private static Dictionary<string, double> Loads(params (string Code, double Load)[] loads) => loads.ToDictionary(l => l.Code, l => l.Load);
}
