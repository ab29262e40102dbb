using static Anef.Tests.Unit.Procedures.Law;

namespace Anef.Tests.Unit.Procedures;

/// <summary>Cases T24 to T27 and T51: the dates of law.</summary>
internal sealed class SilenceOfTheAdministration
{
    [TestCase("ETU-R", "renewal", "2026-07-15", "2026-10-13", "R.432-2 al. 2 (R.422-5)")] // T25
    [TestCase("TAL-CH", "renewal", "2026-07-15", "2026-09-13", "R.432-2 al. 3 (R.421-26)")]
    [TestCase("TAL-CBE", "mobility", "2026-07-15", "2026-08-14", "R.421-23")]
    [TestCase("TAL-CBE", "first", "2026-07-15", "2026-10-13", "R.421-23")]
    [TestCase("CJF", "renewal", "2026-07-15", "2026-11-15", "R.432-2 al. 1")] // T24
    [TestCase("CJF", "first", "2026-10-31", "2027-02-28", "R.432-2 al. 1")] // T26
    [TestCase("ETU-1", "first", "2026-10-31", "2027-01-29", "R.432-2 al. 2 (R.422-5)")]
    [TestCase("PEF", "renewal", "2023-10-25", "2024-02-25", "R.432-2 al. 1")] // T27
    [TestCase("DCEM", "first", "2026-12-31", "2027-02-28", "CRPA L.231-4")]
    public void Becomes_a_refusal_on_its_day(string procedure, string kind, string completeSince, string refusal, string article)
    {
        var silence = Law.Procedures.SilenceOf(procedure, kind, Day(completeSince));
        Assert.That((silence?.On, silence?.Rule.Article), Is.EqualTo(((DateOnly?)Day(refusal), article)));
    }

    [Test]
    public void Says_its_delay_in_words() =>
        Assert.That(Law.Procedures.SilenceOf("CJF", "first", Day("2026-07-15"))?.Delay, Is.EqualTo("4 mois"));

    [TestCase("ADR", "declaration")]
    [TestCase("SIT", "duplicate")]
    [TestCase("VLSTS", "validation")]
    public void Means_nothing_for_a_declaration(string procedure, string kind) =>
        Assert.That(Law.Procedures.SilenceOf(procedure, kind, Day("2026-07-15")), Is.Null);

    [TestCase("2026-11-15", false, "2027-01-15")] // T24
    [TestCase("2026-12-31", false, "2027-02-28")]
    [TestCase("2026-11-03", true, "2026-12-03")] // T51
    public void Opens_an_appeal_of_two_months_or_of_one_with_a_removal_order(string refusedOn, bool removal, string until) =>
        Assert.That(Law.Procedures.AppealUntil(Day(refusedOn), removal).On, Is.EqualTo(Day(until)));
}
