using System.Net;
using Anef.Accounts.Domain;
using Anef.Accounts.LeadTeam;
using Anef.Accounts.Sessions;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Integration.Accounts;

internal sealed class LivingSessions
{
    private const string Mine = "awa@example.org";

    [Test]
    public async Task Signing_out_everywhere_ends_the_other_browser_s_session_at_once()
    {
        await using var town = await Town.Build();
        await town.Person();
        using var telephone = await town.Open(Mine);
        using var computer = await town.SignIn(Mine);
        Assert.That((await telephone.IsIn(), await computer.IsIn()), Is.EqualTo((true, true)));
        await computer.Post("/compte/sessions", null);
        Assert.That((await telephone.IsIn(), await computer.IsIn()), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task Signing_out_ends_this_one_alone()
    {
        await using var town = await Town.Build();
        await town.Person();
        using var telephone = await town.Open(Mine);
        using var computer = await town.SignIn(Mine);
        Assert.That((await computer.Post("/deconnexion", null)).Location, Is.EqualTo("/"));
        Assert.That((await telephone.IsIn(), await computer.IsIn()), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task A_session_that_another_host_ended_is_over_within_thirty_seconds()
    {
        await using var town = await Town.Build();
        await town.Person();
        using var guest = await town.Open(Mine);
        Assert.That(await guest.IsIn());
        await town.Look(db => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.Stamp, "other")));
        town.Site.Clock.Advance(SessionBook.Believed - TimeSpan.FromSeconds(1));
        Assert.That(await guest.IsIn(), "believed for a moment");
        town.Site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await guest.IsIn(), Is.False);
    }

    [Test]
    public async Task It_slides_for_eight_hours_and_no_longer()
    {
        await using var town = await Town.Build();
        await town.Person();
        using var guest = await town.Open(Mine);
        town.Site.Clock.Advance(TimeSpan.FromHours(7));
        Assert.That(await guest.IsIn());
        town.Site.Clock.Advance(TimeSpan.FromHours(7));
        Assert.That(await guest.IsIn(), "the visit in between moved its end");
        town.Site.Clock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromSeconds(1));
        Assert.That(await guest.IsIn(), Is.False);
    }

    [Test]
    public async Task A_role_that_is_taken_away_is_gone_from_the_next_page_on()
    {
        await using var town = await Town.Build();
        await town.Agent("boss@prefecture.example", "TeamManager@38");
        var agent = await town.Agent("agent@prefecture.example", "WelcomePoint@38");
        using var boss = await town.SignIn("boss@prefecture.example");
        using var guest = await town.SignIn("agent@prefecture.example");
        Assert.That((await guest.Get("/accueil/comptes")).Status, Is.EqualTo(HttpStatusCode.OK));
        await boss.Post("/agents/equipe", "Role", ("prefecture", "38"), ("agent", $"{agent}"), ("role", "WelcomePoint"), ("held", "false"));
        Assert.That((await guest.Get("/accueil/comptes")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await town.Look(db => db.Journal.CountAsync(l => l.AccountId == agent && l.What == JournalKind.RoleRevoked && l.ByName == "Claire Perrin")), Is.EqualTo(1));
    }

    [Test]
    public async Task In_production_the_cookie_is_bound_to_this_host_and_to_https()
    {
        await using var town = await Town.Build("Production", null, ("Accounts:Local", "true"), ("Proxy:Trusted", "127.0.0.1"));
        using var plain = town.Site.Browser();
        plain.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var guest = new Guest(town.Site);
        guest.Browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var page = await plain.GetAsync(new Uri("/connexion", UriKind.Relative));
        var html = await page.Content.ReadAsStringAsync();
        var token = html.Split("__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connexion") { Content = new FormUrlEncodedContent([new("Name", "nobody@example.org"), new("__RequestVerificationToken", token)]) };
        request.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        using var answer = await plain.SendAsync(request);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-anef-code=", StringComparison.Ordinal));
        Assert.That(cookie, Does.Contain("secure").And.Contain("httponly").And.Contain("samesite=lax").And.Contain("path=/").And.Not.Contain("domain"));
    }

    [Test]
    public async Task In_production_the_demonstration_does_not_exist()
    {
        await using var town = await Town.Build("Production", null, ("Accounts:Local", "true"), ("Proxy:Trusted", "127.0.0.1"));
        await town.Agent("agent@prefecture.example", "WelcomePoint@38");
        using var guest = new Guest(town.Site);
        Assert.That((await guest.Get("/connexion/demonstration")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        using var form = new FormUrlEncodedContent([]);
        using var posted = await guest.Browser.PostAsync(new Uri("/connexion/demonstration", UriKind.Relative), form);
        Assert.That(posted.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await guest.Get("/connexion")).Html, Does.Not.Contain("demonstration"));
    }

    [Test]
    public async Task In_development_one_click_is_enough()
    {
        await using var town = await Town.Build();
        var agent = await town.Agent("agent@prefecture.example", "WelcomePoint@38");
        using var guest = new Guest(town.Site);
        Assert.That((await guest.Get("/connexion/demonstration?nom=claire")).Html, Does.Contain("WelcomePoint@38").And.Contain("Développement seulement"));
        await guest.Post("/connexion/demonstration", null, ("compte", $"{agent}"));
        Assert.That((await guest.Get("/accueil/comptes")).Status, Is.EqualTo(HttpStatusCode.OK));
    }
}
