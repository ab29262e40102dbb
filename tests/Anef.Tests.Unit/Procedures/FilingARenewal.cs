using Anef.Procedures.Contracts;
using static Anef.Tests.Unit.Procedures.Law;

namespace Anef.Tests.Unit.Procedures;

/// <summary>Cases T01 to T07, T09 to T11 and T37.</summary>
internal sealed class FilingARenewal
{
    private static readonly HeldPermit Card = Permit("CJF", "2026-09-30", "L423-1");

    private static FilingJudgement Filed(string on, string? inParis = null) =>
        Law.Procedures.Judge(Filing("CJF", "renewal", on, Card) with { OnInParis = inParis is null ? null : Day(inParis) });

    [Test] // T01
    public void On_the_hundred_and_twenty_first_day_is_too_early_and_says_when_it_opens() =>
        Assert.That(Filed("2026-06-01").TooEarlyUntil, Is.EqualTo(Day("2026-06-02")));

    [TestCase("2026-06-02")] // T02
    [TestCase("2026-08-01")] // T03
    public void On_the_first_and_on_the_last_day_of_the_window_is_in_time(string on)
    {
        var judgement = Filed(on);
        Assert.That((judgement.Timeliness, judgement.TooEarlyUntil, judgement.LateFee), Is.EqualTo((Timeliness.InTime, (DateOnly?)null, (LateFee?)null)));
    }

    [Test] // T04
    public void On_the_fifty_ninth_day_is_a_late_renewal_with_its_fee_and_the_ways_out()
    {
        var judgement = Filed("2026-08-02");
        Assert.Multiple(() =>
        {
            Assert.That(judgement.Timeliness, Is.EqualTo(Timeliness.Late));
            Assert.That(judgement.Kind, Is.EqualTo("renewal"));
            Assert.That(judgement.LateFee?.Amount, Is.EqualTo(180));
            Assert.That(judgement.LateFee?.WaysOut, Has.Count.EqualTo(2));
            Assert.That(judgement.LateFee?.Rule.Article, Is.EqualTo("L.436-5"));
        });
    }

    [TestCase("2026-08-02", "2026-08-02", Timeliness.Late, TestName = "T05 Half past midnight in Paris is late there")]
    [TestCase("2026-08-01", "2026-08-02", Timeliness.InTime, TestName = "T06 It is still yesterday in Martinique")]
    [TestCase("2026-08-02", "2026-08-01", Timeliness.InTime, TestName = "T07 It is still yesterday in Paris for a person in La Réunion")]
    public void The_better_of_the_two_zones_counts(string there, string inParis, Timeliness timeliness) =>
        Assert.That(Filed(there, inParis).Timeliness, Is.EqualTo(timeliness));

    [Test]
    public void Is_not_too_early_when_the_window_is_open_in_one_of_the_two_zones() =>
        Assert.That(Filed("2026-06-02", "2026-06-01").TooEarlyUntil, Is.Null);

    [TestCase("2024-06-28", "2024-02-29", "2024-04-29")]
    [TestCase("2027-06-28", "2027-02-28", "2027-04-29")]
    public void The_window_counts_days_over_the_end_of_February(string until, string opens, string closes) // T09
    {
        var window = Law.Procedures.RenewalWindow(Permit("CJF", until), "75", Day(opens));
        Assert.That((window?.Opens, window?.Closes), Is.EqualTo(((DateOnly?)Day(opens), (DateOnly?)Day(closes))));
    }

    [TestCase("LPF", "2026-01-01", "2026-03-01", Timeliness.InTime)]
    [TestCase("CJF", "2025-11-01", "2025-12-31", Timeliness.Late)]
    public void The_window_depends_on_the_list_of_online_procedures(string procedure, string opens, string closes, Timeliness timeliness) // T10
    {
        var judgement = Law.Procedures.Judge(Filing(procedure, "renewal", "2026-01-05", Permit(procedure, "2026-03-01")));
        Assert.That((judgement.Window.Opens, judgement.Window.Closes, judgement.Timeliness), Is.EqualTo(((DateOnly?)Day(opens), (DateOnly?)Day(closes), timeliness)));
    }

    [Test] // T11
    public void Nobody_is_late_for_a_window_that_had_closed_before_the_procedure_went_online()
    {
        var judgement = Law.Procedures.Judge(Filing("CR-R", "renewal", "2024-07-05", Permit("CR-R", "2024-09-01", months: 120)));
        Assert.Multiple(() =>
        {
            Assert.That(judgement.Timeliness, Is.EqualTo(Timeliness.InTime));
            Assert.That(judgement.Window.Opens, Is.EqualTo(Day("2024-07-01")));
            Assert.That(judgement.Window.Closes, Is.EqualTo(Day("2024-09-01")));
            Assert.That(judgement.Window.Rule.Rule, Is.EqualTo("windows.TRANSITIONAL"));
        });
    }

    [Test]
    public void A_window_still_open_when_the_procedure_goes_online_is_the_new_one()
    {
        var judgement = Law.Procedures.Judge(Filing("CR-R", "renewal", "2024-07-04", Permit("CR-R", "2024-09-02", months: 120)));
        Assert.That((judgement.Window.Closes, judgement.Timeliness), Is.EqualTo(((DateOnly?)Day("2024-07-04"), Timeliness.InTime)));
    }

    [Test]
    public void Before_a_procedure_goes_online_the_two_months_hold() =>
        Assert.That(Law.Procedures.Judge(Filing("CR-R", "renewal", "2024-07-03", Permit("CR-R", "2024-09-01", months: 120))).Window.Rule.Rule, Is.EqualTo("windows.TWO_MONTHS"));

    [TestCase("2027-03-30", "renewal", true)]
    [TestCase("2027-03-31", "first", false)]
    public void More_than_six_months_after_the_end_of_the_card_is_a_first_request(string on, string kind, bool fee) // T37
    {
        var judgement = Filed(on);
        Assert.That((judgement.Timeliness, judgement.Kind, judgement.LateFee is not null), Is.EqualTo((Timeliness.Late, kind, fee)));
    }

    [Test]
    public void Six_months_are_judged_by_the_better_zone_too() =>
        Assert.That(Filed("2027-03-31", "2027-03-30").Kind, Is.EqualTo("renewal"));

    [Test]
    public void A_late_change_of_status_costs_no_renewal_fee()
    {
        var judgement = Law.Procedures.Judge(Filing("RECE", "change_status", "2026-09-02", Permit("ETU-R", "2026-10-31")));
        Assert.That((judgement.Timeliness, judgement.LateFee), Is.EqualTo((Timeliness.Late, (LateFee?)null)));
    }

    [TestCase("L421-12")]
    [TestCase("L. 426-17")]
    public void A_long_term_resident_of_the_Union_has_no_window(string ground) =>
        Assert.That(Law.Procedures.Judge(Filing("CR-R", "renewal", "2026-09-30", Permit("RLDUE", "2026-09-30", ground, 120))).Timeliness, Is.EqualTo(Timeliness.NotApplicable));

    [TestCase("OP", "renewal")]
    [TestCase("DUP", "duplicate")]
    [TestCase("SIT", "declaration")]
    public void What_may_be_asked_at_any_time_is_never_late(string procedure, string kind)
    {
        var judgement = Law.Procedures.Judge(Filing(procedure, kind, "2026-09-30", Card));
        Assert.That((judgement.Timeliness, judgement.Window.Opens, judgement.Window.Closes), Is.EqualTo((Timeliness.NotApplicable, (DateOnly?)null, (DateOnly?)null)));
    }
}
