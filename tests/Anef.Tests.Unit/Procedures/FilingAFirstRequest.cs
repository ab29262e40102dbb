using Anef.Procedures.Contracts;
using static Anef.Tests.Unit.Procedures.Law;

namespace Anef.Tests.Unit.Procedures;

/// <summary>Cases T43 and T44, and the windows of those who hold nothing.</summary>
internal sealed class FilingAFirstRequest
{
    private static FilingWindow WindowOf(string procedure, string ground, string? born, string? entered, string on = "2026-04-01") =>
        Law.Procedures.Judge(Asked(procedure, ground, born, entered, on)).Window;

    private static FilingFacts Asked(string procedure, string ground, string? born, string? entered, string on) =>
        Filing(procedure, "first", on, ground: ground) with { Born = born is null ? null : Day(born), EnteredOn = entered is null ? null : Day(entered) };

    [TestCase("ASE", "L423-22", "2027-03-09", "AGE19_EVE")]
    [TestCase("JMJ", "L423-21", "2027-03-09", "AGE19_EVE")]
    [TestCase("ETU-1", "L422-1", "2026-05-10", "AGE18_2M")]
    [TestCase("JMJ", "L423-13", "2026-05-10", "AGE18_2M")]
    public void A_young_person_has_until_the_eve_of_nineteen_or_two_months_after_eighteen(string procedure, string ground, string closes, string rule) // T43
    {
        var window = WindowOf(procedure, ground, "2008-03-10", null);
        Assert.That((window.Opens, window.Closes, window.Rule.Rule), Is.EqualTo(((DateOnly?)null, (DateOnly?)Day(closes), $"windows.{rule}")));
    }

    [TestCase("ETU-1", "L422-1", "2026-05-01")]
    [TestCase("JMJ", "L423-21", "2027-02-28")]
    public void Who_is_born_on_the_leap_day_has_a_birthday_on_the_first_of_March(string procedure, string ground, string closes) => // T44
        Assert.That(WindowOf(procedure, ground, "2008-02-29", null).Closes, Is.EqualTo(Day(closes)));

    [TestCase("2027-03-09", Timeliness.InTime)]
    [TestCase("2027-03-10", Timeliness.Late)]
    public void The_eve_of_the_nineteenth_birthday_is_the_last_day(string on, Timeliness timeliness) =>
        Assert.That(Law.Procedures.Judge(Asked("ASE", "L423-22", "2008-03-10", null, on)).Timeliness, Is.EqualTo(timeliness));

    [Test]
    public void An_adult_who_joins_family_has_two_months_from_entry()
    {
        var window = WindowOf("RF", "L423-14", "1990-01-01", "2026-02-28");
        Assert.That((window.Opens, window.Closes), Is.EqualTo(((DateOnly?)Day("2026-02-28"), (DateOnly?)Day("2026-04-28"))));
    }

    [Test]
    public void A_minor_who_joined_family_has_until_the_eve_of_nineteen() =>
        Assert.That(WindowOf("RF", "L423-15", "2008-03-10", "2020-01-01").Rule.Rule, Is.EqualTo("windows.AGE19_EVE"));

    [Test]
    public void Whoever_entered_on_the_eighteenth_birthday_entered_as_an_adult() =>
        Assert.That(WindowOf("ETU-1", "L422-1", "2008-03-10", "2026-03-10").Rule.Rule, Is.EqualTo("windows.ENTRY_2M"));

    [TestCase("CJF", "L423-1", "1990-01-01", null)]
    [TestCase("CJF", "L423-1", null, null)]
    [TestCase("AES", "L435-1", "2008-03-10", "2015-01-01")]
    [TestCase("ETU-1", "L422-1", "1990-01-01", null)]
    public void Without_an_event_to_count_from_there_is_no_window(string procedure, string ground, string? born, string? entered) =>
        Assert.That(Law.Procedures.Judge(Asked(procedure, ground, born, entered, "2026-04-01")).Timeliness, Is.EqualTo(Timeliness.NotApplicable));

    [Test]
    public void A_protected_person_is_in_time_from_the_recognition_on_and_without_end()
    {
        var judgement = Law.Procedures.Judge(Filing("REF", "first", "2030-01-01") with { Protection = "refugee", RecognisedOn = Day("2026-01-10") });
        Assert.That((judgement.Timeliness, judgement.Window.Opens, judgement.Window.Closes), Is.EqualTo((Timeliness.InTime, (DateOnly?)Day("2026-01-10"), (DateOnly?)null)));
    }

    [TestCase("2026-05-15", Timeliness.InTime)]
    [TestCase("2026-05-16", Timeliness.Late)]
    public void A_visa_is_validated_within_three_months_of_entry(string on, Timeliness timeliness)
    {
        var facts = Filing("VLSTS", "validation", on, Permit("VLSTS", "2027-02-14")) with { EnteredOn = Day("2026-02-15") };
        Assert.That(Law.Procedures.Judge(facts).Timeliness, Is.EqualTo(timeliness));
    }

    [TestCase("2026-02-28", Timeliness.InTime)]
    [TestCase("2026-03-01", Timeliness.Late)]
    public void A_new_residence_is_declared_within_three_months(string on, Timeliness timeliness) =>
        Assert.That(Law.Procedures.Judge(Filing("ADR", "declaration", on) with { MovedOn = Day("2025-11-30") }).Timeliness, Is.EqualTo(timeliness));

    [Test]
    public void A_declaration_of_residence_without_its_day_has_no_window() =>
        Assert.That(Law.Procedures.Judge(Filing("ADR", "declaration", "2026-03-01")).Timeliness, Is.EqualTo(Timeliness.NotApplicable));
}
