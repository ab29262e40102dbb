using static Anef.Tests.Unit.Procedures.Law;

namespace Anef.Tests.Unit.Procedures;

/// <summary>Case T47: the day of hand-over decides.</summary>
internal sealed class PayingForACard
{
    [TestCase("CJF", "first", 225, 350)]
    [TestCase("CJF", "renewal", 225, 250)]
    [TestCase("ETU-1", "first", 75, 150)]
    [TestCase("ETU-R", "renewal", 75, 100)]
    [TestCase("AUP", "renewal", 75, 100)]
    [TestCase("ASE", "first", 25, 50)]
    [TestCase("REF", "first", 0, 0)]
    [TestCase("REF", "renewal", 225, 250)]
    [TestCase("AES", "first", 425, 650)]
    [TestCase("DUP", "duplicate", 25, 50)]
    [TestCase("TRA", "first", 0, 0)]
    [TestCase("DCEM", "first", 50, 50)]
    public void Costs_what_the_law_of_the_day_of_hand_over_says(string procedure, string kind, int before, int after)
    {
        var old = Law.Procedures.FeeOf(procedure, kind, Day("2026-01-20"));
        var now = Law.Procedures.FeeOf(procedure, kind, Day("2026-06-01"));
        Assert.That((old.Amount, now.Amount, old.Rule.Version, now.Rule.Version), Is.EqualTo(((decimal)before, (decimal)after, 1, 2)));
    }

    [Test]
    public void Says_its_parts() =>
        Assert.That(Law.Procedures.FeeOf("CJF", "first", Day("2026-06-01")).Detail, Is.EqualTo("taxe de première délivrance 300 € + droit de timbre 50 €"));
}
