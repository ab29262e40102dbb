using Anef.Staffing.Domain.Planning;

namespace Anef.Tests.Unit.Staffing;

internal sealed class DrawingByChance
{
    [Test]
    public void The_numbers_are_written_down_and_no_machine_changes_them()
    {
        var chance = new Chance(1, 0);
        Assert.That(new[] { chance.Next(), chance.Next(), chance.Next() }, Is.EqualTo(new[] { 0.7029218332, 0.5204366199, 0.5741057000 }).Within(1e-9));
    }

    [TestCase(0.2), TestCase(3), TestCase(60), TestCase(450)]
    public void Counts_have_the_mean_and_the_variance_of_Poisson(double mean)
    {
        var chance = new Chance(9, 9);
        var counts = new double[200_000];
        for (var i = 0; i < counts.Length; i++) counts[i] = chance.Poisson(mean);
        var average = counts.Average();
        Assert.Multiple(() =>
        {
            Assert.That(average, Is.EqualTo(mean).Within(1).Percent);
            Assert.That(counts.Average(c => (c - average) * (c - average)), Is.EqualTo(mean).Within(2).Percent);
        });
    }

    [Test]
    public void A_factor_is_one_on_average()
    {
        var chance = new Chance(3, 3);
        var sum = 0.0;
        for (var i = 0; i < 100_000; i++) sum += chance.Factor(0.3);
        Assert.That(sum / 100_000, Is.EqualTo(1).Within(1).Percent);
    }
}
