using Anef.Staffing.Domain.Planning;

namespace Anef.Tests.Unit.Staffing;

/// <summary>Where theory has an answer, the queue that plans stand on gives it.</summary>
internal sealed class QueueingAgainstTheory
{
    private const double PerDay = 10_000;

    // The heavier the load, the longer it takes until chance has evened out.
    [TestCase(1, 0.5, 200), TestCase(1, 0.8, 400), TestCase(2, 0.7, 400), TestCase(3, 0.9, 1600), TestCase(5, 0.85, 800), TestCase(10, 0.6, 400), TestCase(20, 0.9, 1600)]
    public void Waits_of_several_servers_are_those_of_Erlang(int servers, double load, int days)
    {
        var chance = new Chance(42, (ulong)servers);
        var mean = servers * load / PerDay;
        var queue = new EventQueue(servers, [PerDay], [0], () => chance.Exponential(mean));
        var wait = queue.MeanWaits(days, warmUp: 5, new Chance(42, 1000))[0];
        Assert.That(wait, Is.EqualTo(Wait(servers, load, mean)).Within(2).Percent);
    }

    [TestCase(0.5), TestCase(0.9)]
    public void Services_of_one_length_halve_the_wait(double load)
    {
        var mean = load / PerDay;
        var wait = new EventQueue(1, [PerDay], [0], () => mean).MeanWaits(800, 5, new Chance(7, 1))[0];
        Assert.That(wait, Is.EqualTo(Wait(1, load, mean) / 2).Within(2).Percent);
    }

    [Test]
    public void What_goes_first_waits_as_Cobham_says_and_the_rest_pays_for_it()
    {
        var chance = new Chance(42, 3);
        const double First = 0.3, Load = 0.8, Mean = Load / PerDay;
        var waits = new EventQueue(1, [First * PerDay, (1 - First) * PerDay], [Backlog.BeforeAll, 0], () => chance.Exponential(Mean)).MeanWaits(800, 5, new Chance(42, 4));
        const double Residual = Load * Mean, Sooner = 1 - (First * Load);
        Assert.Multiple(() =>
        {
            Assert.That(waits[0], Is.EqualTo(Residual / Sooner).Within(2).Percent);
            Assert.That(waits[1], Is.EqualTo(Residual / (Sooner * (1 - Load))).Within(2).Percent);
        });
    }

    [Test]
    public void The_same_seed_gives_the_same_wait_and_another_one_another()
    {
        double Of(ulong seed)
        {
            var chance = new Chance(seed, 1);
            return new EventQueue(2, [1000], [0], () => chance.Exponential(0.0016)).MeanWaits(20, 1, new Chance(seed, 2))[0];
        }

        var first = Of(5);
        Assert.That(Of(5), Is.EqualTo(first));
        Assert.That(Of(6), Is.Not.EqualTo(first));
    }

    /// <summary>Mean wait of M/M/c, by Erlang's C.</summary>
    private static double Wait(int servers, double load, double mean)
    {
        var (offered, blocked) = (servers * load, 1.0);
        for (var n = 1; n <= servers; n++) blocked = offered * blocked / (n + (offered * blocked));
        return blocked / (1 - (load * (1 - blocked))) * mean / (servers * (1 - load));
    }
}
