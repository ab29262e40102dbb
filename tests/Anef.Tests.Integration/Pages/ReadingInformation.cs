using System.Net;
using System.Xml.Linq;
using Anef.Applications.Contracts;
using Anef.Host.Information;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Status;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Pages;

internal sealed class ReadingInformation
{
    private static readonly string[] Paths = ["/accessibilite", "/mentions-legales", "/confidentialite", "/aide", "/plan-du-site", "/etat-du-service"];

    [Test]
    public async Task Is_for_anybody_in_every_language_and_leaves_nothing_unsaid()
    {
        await using var site = await AnefSite.Start(configure: b => b.WebHost.UseSetting("Anef:Publisher:Name", "Ministère de l’essai"));
        using var browser = site.Browser();
        foreach (var language in Repository.Languages.All.Select(l => l.Code))
            foreach (var path in Paths)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.AcceptLanguage.ParseAdd(language);
                using var answer = await browser.SendAsync(request);
                var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{path} {language}");
                Assert.That(page, Does.Contain($"<html lang=\"{language}\"").And.Not.Match(@"\{[a-z]+\}").And.Not.Contain("](/"), $"{path} {language}");
                Assert.That(page, Does.Not.Match(@">\s*(legal|help|frame|feedback|settings)\.[a-zA-Z.]+\s*<"), $"{path} {language}: a key that nobody wrote");
            }
    }

    [Test]
    public async Task Names_who_answers_for_the_site_and_says_what_the_operator_left_out()
    {
        await using var site = await AnefSite.Start(configure: b => b.WebHost.UseSetting("Anef:Publisher:Name", "Ministère de l’essai"));
        using var browser = site.Browser();
        Assert.That(WebUtility.HtmlDecode(await browser.GetStringAsync("/mentions-legales")), Does.Contain("Ministère de l’essai").And.Contain("non renseigné par l’exploitant"));
    }

    [Test]
    public async Task The_accessibility_statement_claims_no_audit_and_names_the_remedies()
    {
        await using var site = await AnefSite.Start();
        using var browser = site.Browser();
        Assert.That(WebUtility.HtmlDecode(await browser.GetStringAsync("/accessibilite")), Does.Contain("pas encore audité").And.Contain("Défenseur des droits").And.Contain("Arcom"));
    }

    [Test]
    public async Task The_map_for_machines_lists_pages_that_exist()
    {
        await using var site = await AnefSite.Start();
        using var browser = site.Browser();
        var map = XDocument.Parse(await browser.GetStringAsync("/sitemap.xml"));
        var addresses = map.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).PathAndQuery).ToList();
        Assert.That(addresses, Does.Contain("/verifier").And.Contain("/aide"));
        foreach (var address in addresses.Take(20)) Assert.That((await browser.GetAsync(address)).StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        Assert.That(await browser.GetStringAsync("/robots.txt"), Does.Contain("Disallow: /mon-espace").And.Contain($"{site.Address}sitemap.xml"));
    }

    [Test]
    public async Task The_state_of_the_service_tells_of_messages_that_do_not_leave_and_never_of_the_inside()
    {
        await using var site = await AnefSite.Start();
        await site.StandStill();
        Assert.That((await Look(site, "messages")).Level, Is.EqualTo(SignLevel.Good));
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<NotificationsDb>();
            db.Add(Anef.Notifications.Domain.Message.Write(new("cardReady", Guid.CreateVersion7(), null, ""), null, "38", "Somebody",
                new(Anef.Notifications.Domain.Channel.Email, "fr", "somebody@example.org", "s", "t", null), site.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        }
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.That(await Look(site, "messages"), Is.EqualTo(new SignState(SignLevel.Slow, site.Clock.GetUtcNow() - TimeSpan.FromHours(1))));
        using var browser = site.Browser();
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/etat-du-service"));
        Assert.That(page, Does.Contain("Le plus ancien message attend depuis le 2 mars 2026, 09:00").And.Contain("En retard"));
        Assert.That(page, Does.Not.Contain("Exception").And.Not.Contain("somebody@example.org").And.Not.Contain("Notifications"));
        site.Clock.Advance(TimeSpan.FromHours(6));
        Assert.That((await Look(site, "messages")).Level, Is.EqualTo(SignLevel.Down));
    }

    [Test]
    public async Task A_fact_that_nobody_carries_is_late()
    {
        await using var site = await AnefSite.Start();
        await site.StandStill();
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Anef.Applications.Persistence.ApplicationsDb>();
            db.Publish(new PersonChanged(Guid.CreateVersion7(), "address"));
            await db.SaveChangesAsync();
        }
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.That((await Look(site, "facts")).Level, Is.EqualTo(SignLevel.Slow));
        await site.Drain();
        Assert.That((await Look(site, "facts")).Level, Is.EqualTo(SignLevel.Good));
    }

    [Test]
    public void Words_with_marks_become_blocks()
    {
        var blocks = Prose.Of("## Titre\nUn [lien](/aide) et **fort**.\n\n- a\n- b\n[nulle part](javascript:x)").ToList();
        Assert.That(blocks.Select(b => (b.Kind, b.Lines.Count)), Is.EqualTo(new[] { (Prose.Kind.Heading, 1), (Prose.Kind.Paragraph, 1), (Prose.Kind.List, 2), (Prose.Kind.Paragraph, 1) }));
        Assert.That(blocks[1].Lines[0].Select(p => (p.Words, p.Address, p.Strong)), Is.EqualTo(new[] { ("Un ", null, false), ("lien", "/aide", false), (" et ", (string?)null, false), ("fort", null, true), (".", null, false) }));
        Assert.That(blocks[3].Lines[0].Single().Address, Is.Null);
    }

    private static async Task<SignState> Look(AnefSite site, string key)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<ISign>().Single(s => s.Key == key).Look(default);
    }
}
