using Anef.SharedKernel.Seeding;

namespace Anef.Tests.Unit.Kernel;

public sealed class DrawingLots
{
    [Test]
    public void Falls_the_same_way_from_the_same_seed_and_another_from_its_neighbour()
    {
        var (once, again) = (Draws(new Lot(7)), Draws(new Lot(7)));
        Assert.That(again, Is.EqualTo(once));
        Assert.That(Draws(new Lot(7)).Intersect(Draws(new Lot(8))), Is.Empty);
    }

    /// <summary>Rows kept from an earlier version are made again by this one.</summary>
    [Test]
    public void Falls_as_it_fell_on_other_machines() => Assert.That(new Lot(0).Next(), Is.EqualTo(0xE220A8397B1DCDAFUL), "the first number that SplitMix64 gives from 0");

    [Test]
    public void Gives_each_number_its_share_and_none_outside()
    {
        var lot = new Lot(3);
        var counts = Enumerable.Range(0, 60_000).Select(_ => lot.Between(2, 7)).GroupBy(n => n).ToDictionary(g => g.Key, g => g.Count());
        Assert.That(counts.Keys, Is.EquivalentTo(new[] { 2, 3, 4, 5, 6, 7 }));
        Assert.That(counts.Values, Is.All.InRange(9_500, 10_500));
        Assert.That(Enumerable.Range(0, 60_000).Count(_ => lot.Happens(250)), Is.InRange(14_500, 15_500));
    }

    [Test]
    public void A_life_has_keys_in_order_after_those_of_the_lives_before_it()
    {
        var keys = Enumerable.Range(0, 200).Select(i => Life(i)).SelectMany(life => Enumerable.Range(0, 50).Select(_ => life.NextId())).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(keys, Is.Unique);
            Assert.That(keys.Select(k => $"{k}"), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal), "as text, as SQLite orders them");
            Assert.That(keys.Select(k => k.Version), Is.All.EqualTo(7));
            Assert.That(keys[4 * 50], Is.EqualTo(Life(4).NextId()));
        });
    }

    private static List<ulong> Draws(Lot lot) => [.. Enumerable.Range(0, 100).Select(_ => lot.Next())];

    private static Life Life(int index) => new(7, index)
    {
        Prefecture = "42", Surname = "Diallo", FirstNames = "Awa", Born = new(1990, 1, 1), Nationality = "ML", Sex = "F", Language = "fr", Requests = [], From = new(2023, 11, 1), Until = new(2026, 10, 31),
    };
}
