using Anef.Procedures.Contracts;
using static Anef.Tests.Unit.Procedures.Law;

namespace Anef.Tests.Unit.Procedures;

/// <summary>Cases T34 to T36: art. L.433-3.</summary>
internal sealed class LivingOnAnExpiredCard
{
    private static (DateOnly?, DateOnly?) Covered(HeldPermit held, string filedOn, bool listed = false) =>
        Law.Procedures.LegalCoverageOf(held, Day(filedOn), listed) is { } coverage ? (coverage.From, coverage.Until) : (null, null);

    private static (DateOnly?, DateOnly?) Days(string from, string until) => (Day(from), Day(until));

    [Test] // T34
    public void A_resident_card_covers_for_three_months_whatever_the_department() =>
        Assert.That(Covered(Permit("CR-R", "2025-08-23", months: 120), "2025-06-10"), Is.EqualTo(Days("2025-08-24", "2025-11-23")));

    [Test] // T35
    public void A_card_of_a_year_covers_nobody_where_the_department_is_not_listed() =>
        Assert.That(Covered(Permit("CJF", "2026-09-30"), "2026-09-10"), Is.EqualTo(((DateOnly?)null, (DateOnly?)null)));

    [Test] // T36
    public void A_card_of_a_year_covers_where_the_department_is_listed() =>
        Assert.That(Covered(Permit("CJF", "2026-09-30"), "2026-09-10", listed: true), Is.EqualTo(Days("2026-10-01", "2026-12-30")));

    [TestCase("2026-09-30", true)]
    [TestCase("2026-10-01", false)]
    public void Where_the_department_is_listed_one_must_have_filed_before_the_end(string filedOn, bool covered) =>
        Assert.That(Law.Procedures.LegalCoverageOf(Permit("CJF", "2026-09-30"), Day(filedOn), true) is not null, Is.EqualTo(covered));

    [TestCase("TAL-CH", 48, true)]
    [TestCase("TAL-CH", 47, true)]
    [TestCase("TAL-CH", 46, false)]
    [TestCase("CJF", 24, false)]
    [TestCase("CRA", 12, false)]
    [TestCase("CRA", 120, true)]
    [TestCase("TRA", 12, false)]
    [TestCase("TRA", 120, true)]
    public void Long_cards_cover_as_of_right_and_short_ones_do_not(string procedure, int months, bool covered) =>
        Assert.That(Law.Procedures.LegalCoverageOf(Permit(procedure, "2026-09-30", months: months), Day("2026-07-01"), false) is not null, Is.EqualTo(covered));

    [TestCase("2026-11-15", "2026-11-15")]
    [TestCase("2026-12-30", "2026-12-30")]
    public void A_request_filed_after_the_end_is_covered_from_that_day(string filedOn, string from) =>
        Assert.That(Covered(Permit("CR-R", "2026-09-30", months: 120), filedOn), Is.EqualTo(Days(from, "2026-12-30")));

    [Test]
    public void A_request_filed_after_the_three_months_is_not_covered() =>
        Assert.That(Covered(Permit("CR-R", "2026-09-30", months: 120), "2026-12-31"), Is.EqualTo(((DateOnly?)null, (DateOnly?)null)));
}
