using System.Net;
using System.Text.Json.Nodes;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Anef.Staffing.SavePlans;
using Anef.Tests.Integration.Reports;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Plan = Anef.Staffing.PlanStaffing.PlanStaffing;

namespace Anef.Tests.Integration.Plans;

/// <summary>Plans that are kept under a name, shared, held beside each other and taken away as files.</summary>
[CancelAfter(120_000)]
public sealed class KeepingPlans
{
    private static readonly Visitor Paul = TestAccess.Agent(Role.TeamManager, "42"), Colleague = TestAccess.Agent(Role.TeamManager, "42"), Ministry = TestAccess.Agent(Role.Ministry), Elsewhere = TestAccess.Agent(Role.TeamManager, "69");
    private AnefSite _site = null!;
    private HttpClient _browser = null!;
    private Guid _usual, _more;

    [SetUp]
    public async Task Open()
    {
        _site = await AnefSite.Start(now: new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));
        _browser = _site.Browser();
        await using (var scope = _site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<StaffingDb>();
            db.AddRange(Enumerable.Range(0, 360).Select(day => Histories.Stay("CJF", Histories.Day("2025-11-05").AddDays(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
            await db.SaveChangesAsync();
        }
        _usual = await Save(Paul, "Comme prévu", shared: false, []);
        _more = await Save(Paul, "Plus de demandes", shared: true, ["growth=50", "staff=2"]);
    }

    [TearDown]
    public async Task Close()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task Two_are_shown_beside_each_other_as_charts_of_one_scale()
    {
        var page = await Get(Paul, $"/agents/plan?prefecture=42&plan={_usual}&avec={_more}");
        Assert.That(page, Does.Contain("<h2>Comme prévu</h2>").And.Contain("<h2>Plus de demandes</h2>").And.Contain("Suppositions : growth=50, staff=2."));
        Assert.That(System.Text.RegularExpressions.Regex.Count(page, "<svg [^>]*role=\"img\" aria-label=\"[^\"]{30,}\""), Is.EqualTo(8), "four measures of each, in words");
    }

    [Test]
    public async Task Each_is_exported_as_it_was_kept()
    {
        var json = JsonNode.Parse(await Get(Paul, $"/agents/plan?handler=File&prefecture=42&plan={_more}&format=json"))!;
        Assert.That(($"{json["prefecture"]}", (double)json["staff"]!, (double)json["growth"]!, json["months"]!.AsArray().Count), Is.EqualTo(("42", 2.0, 50.0, 3)));
        Assert.That(await Get(Paul, $"/agents/plan?handler=File&prefecture=42&plan={_more}&format=csv"), Does.Contain("42;;staff;;2;").And.Contain("legalDatesMissed"));
    }

    [Test]
    public async Task Others_see_what_is_shared_and_nothing_else()
    {
        foreach (var other in new[] { Colleague, Ministry })
        {
            Assert.That(await Get(other, "/agents/plan?prefecture=42"), Does.Contain("Plus de demandes").And.Not.Contain("Comme prévu"));
            Assert.That(await Status(other, _more), Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await Status(other, _usual), Is.EqualTo(HttpStatusCode.NotFound), "not shared");
        }
        Assert.That(await Status(Elsewhere, _more), Is.EqualTo(HttpStatusCode.NotFound), "another prefecture");
    }

    [TestCase("")]
    [TestCase(null)]
    public void One_without_a_name_is_not_kept(string? name) => Assert.That(async () => await Save(Paul, name, true, []), Throws.TypeOf<RuleBroken>().With.Message.Contains("au plus 100 caractères"));

    [Test]
    public void Nobody_keeps_a_plan_of_another_prefecture() => Assert.That(async () => await Save(Elsewhere, "Le leur", true, []), Throws.TypeOf<NotFound>());

    [Test]
    public async Task What_cannot_be_supposed_is_explained_on_the_page()
    {
        using var answer = await _browser.As(Paul).GetAsync(new Uri("/agents/plan?prefecture=42&calcul=true&mois=3&croissance=900", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain("de -50 à 100"));
    }

    private async Task<Guid> Save(Visitor by, string? name, bool shared, string[] supposed)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var save = ActivatorUtilities.CreateInstance<SavePlan>(scope.ServiceProvider, by);
        return await save.Handle(new(name, shared, new Plan.Request("42", 3, supposed)), CancellationToken.None);
    }

    private async Task<HttpStatusCode> Status(Visitor visitor, Guid plan)
    {
        using var answer = await _browser.As(visitor).GetAsync(new Uri($"/agents/plan?prefecture={visitor.Grants[0].Prefecture ?? "42"}&plan={plan}", UriKind.Relative));
        return answer.StatusCode;
    }

    private async Task<string> Get(Visitor visitor, string address) => WebUtility.HtmlDecode(await _browser.As(visitor).GetStringAsync(new Uri(address, UriKind.Relative)));
}
