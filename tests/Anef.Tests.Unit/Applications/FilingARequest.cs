using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.FileApplication;
using Anef.Applications.Persistence;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Prefectures;
using Anef.Tests.Unit.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Unit.Applications;

internal sealed class FilingARequest
{
    private static readonly string[] OtherChannels = ["counter", "post", "phone", "welcomePoint"];

    [TestCase("T02", "2026-06-02", Timeliness.InTime)]
    [TestCase("T03", "2026-08-01T21:59:59Z", Timeliness.InTime)]
    [TestCase("T04", "2026-08-01T22:00:01Z", Timeliness.Late)]
    [TestCase("T05", "2026-08-01T22:30:00Z", Timeliness.Late)]
    public async Task T02_to_T05_Is_judged_by_the_civil_day_in_Paris(string @case, string at, Timeliness expected)
    {
        await using var desk = new Desk();
        var filed = await desk.Look(await desk.Filed(at));
        Assert.That((filed.Timeliness, filed.LateFee), Is.EqualTo((expected, expected == Timeliness.Late ? 180m : (decimal?)null)), @case);
        Assert.That((filed.WindowOpens, filed.WindowCloses), Is.EqualTo(((DateOnly?)Law.Day("2026-06-02"), (DateOnly?)Law.Day("2026-08-01"))));
    }

    [TestCase("972", "2026-08-02T01:30:00Z", "2026-08-01", Timeliness.InTime, TestName = "T06: still the last day in Martinique")]
    [TestCase("974", "2026-08-01T20:30:00Z", "2026-08-02", Timeliness.InTime, TestName = "T07: no longer in La Réunion, still in Paris")]
    [TestCase("974", "2026-08-01T22:30:00Z", "2026-08-02", Timeliness.Late, TestName = "T07: past in both")]
    [TestCase("974", "2026-06-01T20:30:00Z", "2026-06-02", Timeliness.InTime, TestName = "T07: already the first day in La Réunion")]
    public async Task Is_in_time_when_it_is_so_in_one_of_the_two_zones(string prefecture, string at, string filedOn, Timeliness expected)
    {
        await using var desk = new Desk();
        var person = await desk.Register(Desk.Holder(prefecture: prefecture));
        desk.On(at);
        var filed = await desk.Look((await desk.File(new(person, "CJF"))).ApplicationId);
        Assert.That((filed.FiledOn, filed.Timeliness), Is.EqualTo(((DateOnly?)Law.Day(filedOn), expected)));
        Assert.That(filed.FiledAt, Is.EqualTo(desk.Clock.GetUtcNow()));
    }

    [Test]
    public async Task T04_A_late_renewal_is_accepted_and_its_officer_told_what_to_decide()
    {
        await using var desk = new Desk();
        var filed = await desk.Look(await desk.Filed("2026-08-02"));
        Assert.That((filed.Kind, filed.Status), Is.EqualTo((Kinds.Renewal, "toBeChecked")));
        Assert.That(await desk.Tasks(), Is.EqualTo(new[] { "discretionaryDocument", "coverageRisk" }));
        Assert.That((await desk.Told<ApplicationFiled>()).Single(), Has.Property("Timeliness").EqualTo("late").And.Property("LateFee").EqualTo(180m));
    }

    [TestCase("2027-03-30", Kinds.Renewal, 180)]
    [TestCase("2027-03-31", Kinds.First, null)]
    public async Task T37_Six_months_after_the_end_a_renewal_becomes_a_first_request(string day, string kind, int? fee)
    {
        await using var desk = new Desk();
        var filed = await desk.Look(await desk.Filed(day));
        Assert.That((filed.Kind, filed.LateFee, filed.Timeliness), Is.EqualTo((kind, (decimal?)fee, Timeliness.Late)));
    }

    [Test]
    public async Task T48_On_paper_counts_from_its_receipt_and_keeps_the_instant_of_typing([ValueSource(nameof(OtherChannels))] string channel)
    {
        await using var desk = new Desk();
        var person = await desk.Register(Desk.Holder() with { Email = null });
        desk.On("2026-08-19");
        var filed = await desk.Look((await desk.File(new(person, "CJF") { Channel = channel, ReceivedOn = Law.Day("2026-08-01") })).ApplicationId);
        Assert.That((filed.FiledOn, filed.CompleteSince, filed.Timeliness), Is.EqualTo(((DateOnly?)Law.Day("2026-08-01"), (DateOnly?)Law.Day("2026-08-01"), Timeliness.InTime)));
        Assert.That((filed.Channel, filed.KeyedAt), Is.EqualTo((channel, desk.Clock.GetUtcNow())));
        Assert.That(filed.Documents.Select(d => d.ReceivedOn), Is.All.EqualTo(Law.Day("2026-08-01")));
    }

    [Test]
    public async Task T48_Received_after_the_last_day_is_late_even_where_Paris_is_a_day_behind()
    {
        await using var desk = new Desk();
        var person = await desk.Register(Desk.Holder(prefecture: "974"));
        desk.On("2026-08-01T20:30:00Z"); // the 2nd in La Réunion
        var filed = await desk.Look((await desk.File(new(person, "CJF") { Channel = "counter", ReceivedOn = Law.Day("2026-08-02") })).ApplicationId);
        Assert.That(filed.Timeliness, Is.EqualTo(Timeliness.Late));
    }

    [Test]
    public async Task T08_Outside_the_territories_of_the_code_is_refused_with_an_orientation_and_makes_nothing()
    {
        await using var desk = new Desk();
        var outside = await desk.Register(Desk.Holder(prefecture: "988"));
        var inside = await desk.Register(Desk.Holder(prefecture: "975"));
        desk.On("2026-07-15");
        var refusal = await desk.Refused<FileApplication.Request, FileApplication.Filed>(new(outside, "CJF"));
        Assert.That((refusal.Code, refusal.Message), Is.EqualTo(("prefectures.outside-scope", refusal.Message)));
        Assert.That(refusal.Message, Does.Contain("adressez-vous au haut-commissariat"));
        Assert.That((await desk.File(new(inside, "CJF"))).Status, Is.EqualTo("toBeChecked"));
        Assert.That(await desk.With((ApplicationsDb db) => db.Applications.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task In_a_prefecture_that_is_set_aside_waits_and_says_what_else_can_be_done()
    {
        await using var desk = new Desk(local: p => p.Code == "75" ? p with { SetAside = "son module ne se charge pas" } : p);
        var person = await desk.Register();
        desk.On("2026-07-15");
        var refusal = await desk.Refused<FileApplication.Request, FileApplication.Filed>(new(person, "CJF"));
        Assert.That((refusal.Code, refusal.Message.Contains("déposez au guichet", StringComparison.Ordinal)), Is.EqualTo(("applications.prefecture-set-aside", true)));
    }

    [TestCase("75", "Paris", "Préfecture 75")]
    [TestCase("93", "Le Raincy", "Le Raincy")]
    [TestCase("93", "Bobigny", "Préfecture 93")]
    public async Task Goes_to_the_site_of_the_prefecture_or_to_its_seat(string prefecture, string commune, string site)
    {
        await using var desk = new Desk();
        var person = await desk.Register(Desk.Holder(prefecture: prefecture) with { Commune = commune });
        desk.On("2026-07-15");
        Assert.That((await desk.Look((await desk.File(new(person, "CJF"))).ApplicationId)).Site, Is.EqualTo(site));
    }

    [Test]
    public async Task Asks_for_the_documents_of_the_catalogue_in_the_prefecture_s_own_variant()
    {
        await using var desk = new Desk(local: p => p with { Documents = new Dictionary<string, DocumentVariant> { ["CJF"] = new() { Also = ["BAIL"], Without = ["NONPOLY"] } } });
        var filed = await desk.Look(await desk.Filed("2026-07-15", "BAIL"));
        Assert.That(filed.Documents.Select(d => d.Code), Does.Contain("VIECOM").And.Contain("BAIL").And.Not.Contain("NONPOLY"));
        Assert.That(filed.CompleteSince, Is.EqualTo(Law.Day("2026-07-15")), "what a prefecture adds is never indispensable");
    }

    [Test]
    public async Task Has_a_number_that_names_the_department_and_the_year()
    {
        await using var desk = new Desk();
        var number = (await desk.Look(await desk.Filed())).Number;
        Assert.That(number, Does.StartWith("75-2026-"));
        Assert.That(ApplicationNumber.IsWellFormed(number));
    }

    [Test]
    public async Task Freezes_the_rule_its_version_and_its_article_behind_each_date()
    {
        await using var desk = new Desk();
        var filed = await desk.Look(await desk.Filed("2026-08-02"));
        Assert.That(filed.Rules.Keys, Is.SupersetOf(new[] { "window", "lateFee", "work", "provisional", "silence" }));
        Assert.That((filed.Rules["lateFee"].Article, filed.Rules["window"].Version), Is.EqualTo(("L.436-5", 1)));
    }

    [TestCase("2026-07-15", "CJF", null, Kinds.Renewal, "L423-1")]
    [TestCase("2026-07-15", "CJF", "L. 423-6", Kinds.Renewal, "L423-6")]
    [TestCase("2026-07-15", "PEF", null, Kinds.First, "L423-7")]
    [TestCase("2026-07-15", "DUP", null, Kinds.Duplicate, "L436-7")]
    public async Task Understands_what_is_asked_from_the_permit_held(string day, string procedure, string? ground, string kind, string article)
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        desk.On(day);
        var filed = await desk.Look((await desk.File(new(person, procedure) { Ground = ground })).ApplicationId);
        Assert.That((filed.Kind, filed.Ground), Is.EqualTo((kind, article)));
    }
}
