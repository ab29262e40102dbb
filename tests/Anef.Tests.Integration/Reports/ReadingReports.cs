using System.Net;
using System.Text.Json.Nodes;
using Anef.SharedKernel.Security;
using Anef.Staffing.Domain;
using Anef.Staffing.Persistence;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Anef.Tests.Integration.Reports.Histories;

namespace Anef.Tests.Integration.Reports;

public sealed class ReadingReports
{
    private const string October = "du=2026-10-01&au=2026-10-31";
    private AnefSite _site = null!;
    private HttpClient _browser = null!;

    [SetUp]
    public async Task Open()
    {
        _site = await AnefSite.Start(now: new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero));
        _browser = _site.Browser();
        await using var scope = _site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StaffingDb>();
        db.AddRange(Enumerable.Range(1, 7).Select(i => Stay("CJF", $"2026-10-{i:00}")).Concat(Enumerable.Range(1, 6).Select(i => Stay("CJF", "2026-07-01", $"2026-10-{i + 10:00}", Exit.Granted, days: 30)))
            .Concat([Stay("SAL", "2026-10-01"), Stay("SAL", "2026-10-02")]));
        await db.SaveChangesAsync();
    }

    [TearDown]
    public async Task Close()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task A_manager_sees_charts_and_the_same_numbers_as_tables()
    {
        var page = await Get(TestAccess.Agent(Role.TeamManager, "42"), $"/agents/rapports?{October}");
        Assert.That(page, Does.Contain("<svg").And.Contain("aria-label=\"Stock, entrées et sorties. Stock au début : 6, Entrées : 9, Sorties : 6, Stock à la fin : 9\""));
        Assert.That(page, Does.Contain("SAL – Salarié").And.Not.Contain("moins de 5"));
    }

    [Test]
    public async Task The_ministry_sees_any_prefecture_without_what_few_people_make()
    {
        var page = await Get(TestAccess.Agent(Role.Ministry), $"/agents/rapports?prefecture=42&{October}");
        Assert.That(page, Does.Contain("moins de 5"));
        var json = JsonNode.Parse(await Get(TestAccess.Agent(Role.Ministry), $"/agents/rapports/fichier?format=json&prefecture=42&{October}"))!["rows"]!.AsArray();
        Assert.That(json.Single(r => $"{r!["procedure"]}" == "SAL")!["inflow"], Is.Null);
    }

    [Test]
    public async Task A_restricted_request_counts_in_the_totals_of_its_team_and_in_no_row_of_its_own()
    {
        await using (var scope = _site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<StaffingDb>();
            db.Add(new Stay { ApplicationId = Guid.CreateVersion7(), Prefecture = "42", Procedure = "OP", Kind = "first", Channel = "counter", Restricted = true, FromDay = Day("2026-10-05").DayNumber, FiledDay = Day("2026-10-05").DayNumber });
            await db.SaveChangesAsync();
        }
        var rows = JsonNode.Parse(await Get(TestAccess.Agent(Role.TeamManager, "42"), $"/agents/rapports/fichier?format=json&{October}"))!["rows"]!.AsArray();
        Assert.That((rows.Single(r => $"{r!["procedure"]}" == "OP")!["inflow"], $"{rows[^1]!["inflow"]}"), Is.EqualTo(((JsonNode?)null, "10")));
    }

    [Test]
    public async Task Another_prefecture_is_not_there()
    {
        using var answer = await _browser.As(TestAccess.Agent(Role.TeamManager, "43")).GetAsync(new Uri($"/agents/rapports?prefecture=42&{October}", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("pdf", "%PDF-")]
    [TestCase("xlsx", "PK")]
    [TestCase("csv", "\u00EF\u00BB\u00BFPr")]
    public async Task Each_file_is_what_it_says(string format, string begin)
    {
        var bytes = await _browser.As(TestAccess.Agent(Role.CaseOfficer, "42")).GetByteArrayAsync(new Uri($"/agents/rapports/fichier?format={format}&{October}", UriKind.Relative));
        Assert.That(System.Text.Encoding.Latin1.GetString(bytes), Does.StartWith(begin));
    }

    [Test]
    public async Task A_period_turned_round_is_explained_on_the_page()
    {
        using var answer = await _browser.As(TestAccess.Agent(Role.TeamManager, "42")).GetAsync(new Uri("/agents/rapports?du=2026-10-31&au=2026-10-01", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain("donnez une fin le 31/10/2026 ou plus tard"));
    }

    [Test]
    public async Task Indicators_are_for_anybody_and_say_what_they_leave_out()
    {
        using var nobody = _site.Browser();
        var page = WebUtility.HtmlDecode(await nobody.GetStringAsync(new Uri("/indicateurs?prefecture=42", UriKind.Relative)));
        Assert.That(page, Does.Contain("Délais et stocks des préfectures").And.Contain("moins de 5").And.Contain("Loire (42)"));
        var json = JsonNode.Parse(await nobody.GetStringAsync(new Uri("/indicateurs.json?prefecture=42", UriKind.Relative)))!;
        var rows = json["rows"]!.AsArray().ToDictionary(r => $"{r!["procedure"]}", r => r!);
        Assert.That(($"{json["from"]}", $"{json["to"]}", $"{json["method"]}".Length > 100), Is.EqualTo(("2025-11-01", "2026-10-31", true)));
        Assert.That(rows.Keys, Is.EqualTo(new[] { "CJF", "total" }), "two people asked for another: no row says so");
        Assert.That((rows["CJF"]["stock"], (int)rows["CJF"]["decisions"]!, (int)rows["total"]["stock"]!), Is.EqualTo(((JsonNode?)null, 6, 9)));
        Assert.That(await nobody.GetStringAsync(new Uri("/indicateurs.csv?prefecture=42", UriKind.Relative)), Does.Contain("moins de 5").And.Contain("Méthode"));
    }

    [Test]
    public async Task Nobody_alters_an_indicator()
    {
        var manager = _browser.As(TestAccess.Agent(Role.TeamManager, "42"));
        var before = await manager.GetStringAsync(new Uri("/indicateurs.json?prefecture=42", UriKind.Relative));
        foreach (var address in new[] { "/indicateurs", "/indicateurs.json", "/indicateurs.csv" })
            foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
            {
                using var request = new HttpRequestMessage(method, new Uri($"{address}?prefecture=42", UriKind.Relative)) { Content = new FormUrlEncodedContent([new("stock", "0"), new("delayP50", "1")]) };
                using var answer = await manager.SendAsync(request);
                Assert.That(answer.StatusCode, Is.AnyOf(HttpStatusCode.BadRequest, HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound, HttpStatusCode.Forbidden), $"{method} {address}");
            }
        Assert.That(await manager.GetStringAsync(new Uri("/indicateurs.json?prefecture=42", UriKind.Relative)), Is.EqualTo(before).And.Contains("Le taux de réponse au téléphone n'est pas publié"));
    }

    [Test]
    public async Task A_report_is_of_a_team_where_there_is_one_and_tells_who_was_at_work()
    {
        await using (var scope = _site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<StaffingDb>();
            foreach (var officer in Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()))
                db.AddRange(new TeamSpell { AccountId = officer, Prefecture = "42", Team = "Nord & Est" }, new Presence { AccountId = officer, Prefecture = "42", Day = Day("2026-10-06").DayNumber });
            await db.SaveChangesAsync();
        }
        var manager = TestAccess.Agent(Role.TeamManager, "42");
        var page = await Get(manager, $"/agents/rapports?{October}&equipe=Nord+%26+Est");
        Assert.That(page, Does.Contain("équipe Nord & Est, du").And.Contain("Jours-agents").And.Not.Contain("Contacts par téléphone"));
        Assert.That(await Get(manager, $"/agents/rapports?{October}"), Does.Contain("Contacts par téléphone").And.Contain("non enregistré"));
        var json = JsonNode.Parse(await Get(manager, $"/agents/rapports/fichier?format=json&{October}&equipe=Nord+%26+Est"))!;
        Assert.That(($"{json["team"]}", (int)json["rows"]!.AsArray().Last()!["officerDays"]!), Is.EqualTo(("Nord & Est", 4)));
        var ministry = JsonNode.Parse(await Get(TestAccess.Agent(Role.Ministry), $"/agents/rapports/fichier?format=json&prefecture=42&{October}"))!["rows"]!.AsArray().Last()!;
        Assert.That((ministry["officerDays"], ministry["officersPresent"], ministry["filesPerOfficerDay"]), Is.EqualTo(((JsonNode?)null, (JsonNode?)null, (JsonNode?)null)), "four officers are fewer than five");
        using var unknown = await _browser.As(manager).GetAsync(new Uri($"/agents/rapports?{October}&equipe=Ouest", UriKind.Relative));
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(WebUtility.HtmlDecode(await unknown.Content.ReadAsStringAsync()), Does.Contain("choisissez parmi Nord & Est"));
    }

    private async Task<string> Get(Visitor visitor, string address) => WebUtility.HtmlDecode(await _browser.As(visitor).GetStringAsync(new Uri(address, UriKind.Relative)));
}
