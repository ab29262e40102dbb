using Anef.Host.Seed;

namespace Anef.Tests.Integration.Seeding;

public sealed class AskingForASeed
{
    [TestCase(null, "3", "7", null, "--people")]
    [TestCase("0", "3", "7", null, "de 1 à 5000000")]
    [TestCase("5000001", "3", "7", null, "de 1 à 5000000")]
    [TestCase("beaucoup", "3", "7", null, "« --people beaucoup »")]
    [TestCase("100", "0", "7", null, "de 1 à 10")]
    [TestCase("100", "11", "7", null, "de 1 à 10")]
    [TestCase("100", "3", "sept", null, "« --seed sept »")]
    [TestCase("100", "3", "99999999999999999999", null, "nombre entier")]
    [TestCase("100", "3", "7", "31/10/2026", "écrivez-le AAAA-MM-JJ")]
    [TestCase("100", "3", "7", "2026-02-30", "n'est pas un jour")]
    [TestCase("100", "3", "7", "2011-12-31", "2012-01-01")]
    public void For_what_cannot_be_says_in_one_sentence_what_would_be_accepted(string? people, string? years, string? seed, string? until, string says)
    {
        var (order, fault) = SeedOrder.Read(people, years, seed, until);
        Assert.Multiple(() =>
        {
            Assert.That(order, Is.Null);
            Assert.That(fault, Does.Contain(says).And.EndWith(".").And.Not.Contain("\n"));
        });
    }

    [Test]
    public void Ends_on_the_last_of_October_2026_when_nothing_is_said_and_lasts_whole_years()
    {
        var (order, _) = SeedOrder.Read("100", "3", "-7", null);
        Assert.That(order, Is.EqualTo(new SeedOrder(100, 3, -7, new(2026, 10, 31))));
        Assert.That(order!.From, Is.EqualTo(new DateOnly(2023, 11, 1)));
    }

    [Test]
    public void Is_written_down_as_it_would_be_typed_again() => Assert.That($"{new SeedOrder(100, 3, -7, new(2026, 10, 31))}", Is.EqualTo("--people 100 --years 3 --seed -7 --until 2026-10-31"));
}
