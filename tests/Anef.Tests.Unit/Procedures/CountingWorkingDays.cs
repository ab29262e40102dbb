using Anef.Procedures.Domain;
using static Anef.Tests.Unit.Procedures.Law;

namespace Anef.Tests.Unit.Procedures;

internal sealed class CountingWorkingDays
{
    [TestCase("2024-04-01")]
    [TestCase("2025-04-21")]
    [TestCase("2026-04-06")]
    [TestCase("2027-03-29")]
    [TestCase("2028-04-17")]
    [TestCase("2038-04-26")]
    public void Easter_Monday_Ascension_and_Whit_Monday_follow_Easter(string monday)
    {
        var days = new[] { Day(monday), Day(monday).AddDays(38), Day(monday).AddDays(49) };
        Assert.That(days.Select(d => (WorkingDays.IsWorkingDay(d, "93"), WorkingDays.IsWorkingDay(d.AddDays(1), "93"))), Is.All.EqualTo((false, true)));
    }

    [TestCase("93", "2026-05-01", false)]
    [TestCase("93", "2026-05-02", false, Description = "a Saturday")]
    [TestCase("93", "2026-05-03", false, Description = "a Sunday")]
    [TestCase("93", "2026-05-04", true)]
    [TestCase("93", "2026-12-25", false)]
    [TestCase("93", "2025-12-26", true)]
    [TestCase("67", "2025-12-26", false)]
    [TestCase("67", "2026-04-03", false, Description = "Good Friday")]
    [TestCase("93", "2026-04-03", true)]
    [TestCase("974", "2027-12-20", false)]
    [TestCase("972", "2026-05-22", false)]
    [TestCase("971", "2026-05-22", true)]
    public void Each_department_has_its_own(string department, string day, bool working) => Assert.That(WorkingDays.IsWorkingDay(Day(day), department), Is.EqualTo(working));

    [TestCase("93", "2026-03-05", 1, "2026-03-06")]
    [TestCase("93", "2026-03-06", 1, "2026-03-09", Description = "over a week-end")]
    [TestCase("93", "2026-04-02", 1, "2026-04-03")]
    [TestCase("67", "2026-04-02", 1, "2026-04-07", Description = "over Good Friday and Easter Monday")]
    [TestCase("93", "2026-05-07", 3, "2026-05-13", Description = "8 May is a holiday")]
    [TestCase("93", "2026-05-13", 1, "2026-05-15", Description = "Ascension")]
    [TestCase("93", "2026-03-02", 10, "2026-03-16")]
    [TestCase("93", "2026-03-07", 0, "2026-03-07")]
    public void The_day_itself_does_not_count(string department, string from, int days, string last) => Assert.That(WorkingDays.After(Day(from), days, department), Is.EqualTo(Day(last)));

    [TestCase("07-14", "02-30", "jours fériés : « 02-30 » n'est pas un jour : un mois et un jour sont attendus, comme 07-14")]
    [TestCase("[1, 39, 50]", "[1, 390]", "jours fériés : 390 jours après Pâques, c'est trop loin")]
    public void What_is_no_day_is_not_published(string was, string becomes, string fault)
    {
        var text = RuleTexts.Dated(EmbeddedRules.TextOf("holidays", 1)!, 2, Day("2027-01-01")).Replace("\r", "", StringComparison.Ordinal);
        var body = System.Text.Json.Nodes.JsonNode.Parse(text)!.ToJsonString().Replace(was.Replace(" ", "", StringComparison.Ordinal), becomes, StringComparison.Ordinal);
        Assert.That(Consistency.Faults(Book.With([RuleFamilies.Parse("holidays", body)])), Does.Contain(fault));
    }
}
