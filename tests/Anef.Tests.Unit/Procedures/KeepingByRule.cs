using System.Text.Json.Nodes;
using Anef.Procedures.Domain;
using Anef.SharedKernel.Retention;
using static Anef.Tests.Unit.Procedures.Law;

namespace Anef.Tests.Unit.Procedures;

internal sealed class KeepingByRule
{
    [Test]
    public void Every_kind_of_thing_has_a_duration_a_start_and_a_text() =>
        Assert.That(Retention.All(Day("2026-05-01")).Select(r => (r.Thing, r.Months + r.Days > 0, r.Rule.Article.Length > 0)), Is.EqualTo(Things.All.Select(t => (t, true, true))));

    [Test]
    public void The_one_of_the_day_holds()
    {
        var (text, from) = (EmbeddedRules.TextOf("retention", 1)!, Day("2027-01-01"));
        var book = RetentionOf(Book.With([RuleFamilies.Parse("retention", RuleTexts.Dated(text, 2, from).Replace("\"months\": 24", "\"months\": 12", StringComparison.Ordinal))]));
        Assert.That((book.Of(Things.Documents, from.AddDays(-1)).Months, book.Of(Things.Documents, from).Months, book.Of(Things.Documents, from).Rule.Version), Is.EqualTo((24, 12, 2)));
    }

    [TestCase("identityCopies", "{ \"months\": 30 }", null, "conservation : les copies d'identité ne peuvent pas être gardées plus longtemps que les autres pièces")]
    [TestCase("messages", "{ \"months\": 61 }", null, "conservation : rien d'un dossier ne peut être gardé plus longtemps que lui")]
    [TestCase("drafts", "{ \"days\": 0 }", null, "conservation : drafts : une durée d'au moins un jour est attendue")]
    [TestCase("accounts", null, "0", "conservation : accounts : la personne doit être prévenue avant")]
    [TestCase("drafts", "{ \"days\": 10 }", null, "conservation : drafts : le préavis est plus long que la durée")]
    public void What_cannot_be_followed_is_not_published(string thing, string? keep, string? notice, string fault) => Assert.That(Faults(things =>
    {
        if (keep is not null) things[thing]!["keep"] = JsonNode.Parse(keep);
        if (notice is not null) things[thing]!["noticeDays"] = JsonNode.Parse(notice);
    }), Does.Contain(fault));

    [Test]
    public void Nor_a_thing_left_out_or_invented() => Assert.That(Faults(things =>
    {
        things["photos"] = things["checks"]!.DeepClone();
        things.Remove("checks");
        things["identityCopies"]!["documents"] = new JsonArray("SHOES");
        things["readings"]!["from"] = "whenever";
    }), Is.EquivalentTo(new[]
    {
        "conservation : aucune durée pour « checks »", "conservation : « photos » n'est rien que le programme garde", "conservation : identityCopies : pièce inconnue « SHOES »",
        "conservation : readings : le délai part de « recorded », pas de « whenever »",
    }));

    [TestCase(1, 0, "2027-02-28", "2027-01-31")]
    [TestCase(1, 0, "2027-03-01", "2027-02-01")]
    [TestCase(24, 0, "2028-10-03", "2026-10-03")]
    [TestCase(0, 30, "2026-11-02", "2026-10-03")]
    [TestCase(3, 5, "2027-03-05", "2026-11-30")]
    public void The_last_start_is_the_last_that_has_ended(int months, int days, string today, string start)
    {
        var rule = new RetentionRule("x", "recorded", months, days, 0, new HashSet<string>(), new("x", 1, "x"));
        Assert.That(rule.LastStart(Day(today)), Is.EqualTo(Day(start)));
        Assert.That((rule.EndsOn(Day(start)) <= Day(today), rule.EndsOn(Day(start).AddDays(1)) > Day(today)), Is.EqualTo((true, true)));
    }

    private static List<string> Faults(Action<JsonObject> change)
    {
        var body = JsonNode.Parse(EmbeddedRules.TextOf("retention", 1)!)!.AsObject();
        body["version"] = 2;
        change(body["things"]!.AsObject());
        return [.. Consistency.Faults(Book.With([RuleFamilies.Parse("retention", body.ToJsonString())]))];
    }
}
