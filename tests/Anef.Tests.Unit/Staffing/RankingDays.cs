using Anef.Staffing.ReportWorkload;
using CsCheck;

namespace Anef.Tests.Unit.Staffing;

public sealed class RankingDays
{
    [Test]
    public void Gives_the_nearest_rank_of_the_sorted_days() => Gen.Select(Gen.Int[0, 50].Array[1, 60], Gen.Int[1, 100]).Sample((days, percent) =>
    {
        var spread = new Spread();
        foreach (var day in days) spread.Add(day, 1);
        Assert.That(spread.Rank(percent), Is.EqualTo(days.Order().ElementAt((int)Math.Ceiling(percent * days.Length / 100.0) - 1)));
    });

    [Test]
    public void Of_nobody_gives_nothing() => Assert.That(new Spread().Rank(50), Is.Null);

    [Test]
    public void Counts_what_is_added_twice()
    {
        var (one, two) = (new Spread(), new Spread());
        one.Add(3, 2);
        two.Add(3, 1);
        two.Add(90, 1);
        one.Add(two);
        Assert.That((one.Count, one.Rank(75), one.Largest), Is.EqualTo((4, 3, 90)));
    }
}
