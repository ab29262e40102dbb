using Anef.Staffing.Domain;

namespace Anef.Tests.Unit.Staffing;

internal sealed class WatchingTheNeed
{
    private static readonly DateOnly Monday = new(2026, 11, 30);

    [Test]
    public void Whoever_is_too_few_is_told_of_once_and_again_after_four_weeks()
    {
        var watch = new NeedWatch { Prefecture = "42" };
        Assert.That(Enumerable.Range(0, 6).Select(week => watch.Find(Monday.AddDays(7 * week), 10, 12.5)), Is.EqualTo(new[] { true, false, false, false, true, false }));
    }

    [Test]
    public void Enough_is_not_told_and_a_new_shortage_is()
    {
        var watch = new NeedWatch { Prefecture = "42" };
        Assert.That(new[] { watch.Find(Monday, 12.5, 12.5), watch.Find(Monday.AddDays(7), 12, 12.5), watch.Find(Monday.AddDays(14), 13, 12.5), watch.Find(Monday.AddDays(21), 12, 12.5) },
            Is.EqualTo(new[] { false, true, false, true }));
    }
}
