using System.Text.Json.Nodes;
using Anef.Procedures.Contracts;
using Anef.Procedures.Domain;
using static Anef.Tests.Unit.Procedures.Law;

namespace Anef.Tests.Unit.Procedures;

internal sealed class FindingTheRightRequest
{
    private const string Today = "2026-07-01";

    private static GuideRules Guide => Book.Guide.On(Day(Today));

    private static GuideFindings Find(string document, string situation, string? until = null, string on = Today) => GuidePaths.Of(Book, new()
    {
        Document = document,
        Situation = situation,
        Department = "75",
        On = Day(on),
        OnInParis = Day(on),
        Until = until is null ? null : Day(until),
    });

    private static IEnumerable<TestCaseData> Combinations() =>
        GuideFaults.Combinations(Guide).Select(c => new TestCaseData(c.Document, c.Situation).SetName($"{{m}}({c.Document}, {c.Situation})"));

    [TestCaseSource(nameof(Combinations))]
    public void Every_path_ends_with_a_procedure_or_with_a_person(string document, string situation)
    {
        foreach (var until in new[] { "2027-06-30", "2026-10-15", "2026-07-20", "2026-06-01", "2025-06-01" })
        {
            var found = Find(document, situation, until);
            Assert.That(found.Offers.Count > 0 || found.Talk, until);
            foreach (var offer in found.Offers)
                Assert.That(Law.Procedures.Find(offer.Procedure, Day(Today))!.Kinds, Does.Contain(offer.Kind), $"{until} {offer.Procedure}");
        }
    }

    [Test]
    public void Every_procedure_of_the_catalogue_can_be_reached() =>
        Assert.That(GuideFaults.Combinations(Guide).SelectMany(c => Find(c.Document, c.Situation, "2026-10-15").Offers).Select(o => o.Procedure).Distinct(),
            Is.EquivalentTo(Law.Procedures.All(Day(Today)).Select(p => p.Code)));

    [Test]
    public void Every_document_of_the_guide_is_offered_once() =>
        Assert.That(Guide.Groups.SelectMany(g => g.Documents), Is.EquivalentTo(Guide.Documents.Select(d => d.Id)));

    [Test]
    public void A_researcher_whose_contract_ends_has_three_lawful_ways_in_one_window()
    {
        var found = Find("TAL-CH", "contract-over", "2024-09-30", on: "2024-07-27");
        Assert.Multiple(() =>
        {
            Assert.That(found.Offers.Select(o => (o.Procedure, o.Kind, o.Why)), Is.EqualTo(new[]
            {
                ("TAL-CH", "renewal", "researcher-new-agreement"), ("TAL-CH", "renewal", "researcher-job-lost"), ("RECE", "change_status", "researcher-search"),
            }));
            Assert.That(found.Offers.Select(o => o.Timing), Is.All.EqualTo(OfferTiming.InTime));
            Assert.That(found.Offers.Select(o => o.Judgement.Window.Closes), Is.All.EqualTo(Day("2024-08-01")));
            Assert.That(found.Advice, Does.Contain("keeps-date"));
        });
    }

    [TestCase("2026-11-15", OfferTiming.TooEarly)]
    [TestCase("2026-10-15", OfferTiming.InTime)]
    [TestCase("2026-08-15", OfferTiming.Late)]
    [TestCase("2026-06-15", OfferTiming.Late)]
    [TestCase("2026-01-01", OfferTiming.Late)]
    [TestCase("2025-12-31", OfferTiming.FirstAgain)]
    public void A_renewal_is_early_in_time_late_or_a_first_request_again(string until, object timing) =>
        Assert.That(Find("CJF", "same", until).Offers[0].Timing, Is.EqualTo(timing));

    [TestCase("ETU-1", "ETU-1")]
    [TestCase("SAL-P", "SAL")]
    [TestCase("CR-1", "CR-1")]
    public void Six_months_after_the_end_the_first_request_of_the_same_ground_is_shown(string held, string procedure)
    {
        var offer = Find(held, "same", "2025-06-01").Offers[0];
        Assert.That((offer.Procedure, offer.Kind, offer.Timing), Is.EqualTo((procedure, "first", OfferTiming.FirstAgain)));
    }

    [Test]
    public void A_late_renewal_says_what_it_costs_and_how_not_to_pay_it()
    {
        var fee = Find("CJF", "same", "2026-06-15").Offers[0].Judgement.LateFee;
        Assert.That((fee?.Amount, fee?.WaysOut.Count), Is.EqualTo((180m, 2)));
    }

    [Test]
    public void A_student_who_has_finished_is_shown_the_search_for_a_job_first() =>
        Assert.That(Find("ETU-1", "studies-over", "2026-10-15").Offers[0], Has.Property("Procedure").EqualTo("RECE").And.Property("Kind").EqualTo("change_status"));

    [Test]
    public void A_card_that_cannot_be_renewed_is_changed()
    {
        var found = Find("ICT", "same", "2026-10-15");
        Assert.That(found.Offers.Select(o => o.Kind), Is.All.EqualTo("change_status"));
        Assert.That(found.Advice, Does.Contain("not-renewable"));
    }

    [Test]
    public void A_person_in_danger_is_never_told_that_it_is_late()
    {
        var offer = Find("CJF", "violence", "2025-01-01").Offers.Single();
        Assert.That((offer.Procedure, offer.Kind, offer.Timing), Is.EqualTo(("OP", "change_ground", OfferTiming.Anytime)));
    }

    [Test]
    public void A_situation_without_an_answer_is_a_fault_of_the_rules() =>
        Assert.That(FaultsWith(g => g["situations"]!.AsArray().Add(new JsonObject { ["id"] = "new" })), Has.Some.Contains("impasse"));

    [Test]
    public void A_procedure_that_does_not_exist_is_a_fault_of_the_rules() =>
        Assert.That(FaultsWith(g => g["answers"]![2]!["suggests"]![0]!["procedure"] = "XYZ"), Has.Some.Contains("démarche inconnue « XYZ »"));

    private static List<string> FaultsWith(Action<JsonNode> change)
    {
        using var reader = new StreamReader(typeof(RuleBook).Assembly.GetManifestResourceStream("guide.v1.json")!);
        var body = JsonNode.Parse(reader.ReadToEnd())!;
        body["version"] = 2;
        change(body);
        return [.. Consistency.Faults(Book.With([RuleFamilies.Parse("guide", body.ToJsonString())]))];
    }
}
