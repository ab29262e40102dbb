using System.Net;
using System.Text.RegularExpressions;
using Anef.Feedback.Domain;
using Anef.Feedback.GiveOpinion;
using Anef.Feedback.Persistence;
using Anef.Feedback.ReadSynthesis;
using Anef.SharedKernel.Security;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Pages;

internal sealed partial class SayingHowItWent
{
    private const string Words = "Le bouton ne répond pas, appelez-moi au 06 12 34 56 78 ou imen@example.org, depuis 2026.";

    [Test]
    public async Task An_opinion_is_kept_with_its_tags_and_without_its_writer()
    {
        await using var site = await AnefSite.Start();
        using var browser = site.Browser();
        var thanks = await Post(browser, "/avis?etape=depot&demarche=CJF&prefecture=38", new()
        {
            ["etape"] = "depot", ["demarche"] = "CJF", ["prefecture"] = "38", ["Ease"] = "2", ["Troubles"] = "technical", ["Text"] = Words,
        });
        Assert.That(thanks.Headers.Location!.ToString(), Is.EqualTo("/avis?merci=true"));
        var (opinion, troubles) = await Kept(site);
        Assert.That((opinion.Step, opinion.Procedure, opinion.Prefecture, opinion.Language, opinion.Ease), Is.EqualTo(("depot", "CJF", "38", "fr", 2)));
        Assert.That(opinion.Text, Is.EqualTo("Le bouton ne répond pas, appelez-moi au […] ou […] depuis 2026."));
        Assert.That(troubles, Is.EqualTo(new[] { "technical" }));
    }

    [Test]
    public async Task A_tag_that_nobody_knows_is_left_out_and_the_opinion_counts()
    {
        await using var site = await AnefSite.Start();
        using var browser = site.Browser();
        await Post(browser, "/avis", new() { ["etape"] = "nowhere", ["demarche"] = "XXX", ["prefecture"] = "999", ["Ease"] = "5", ["Troubles"] = "other" });
        var (opinion, troubles) = await Kept(site);
        Assert.That((opinion.Step, opinion.Procedure, opinion.Prefecture), Is.EqualTo(("service", (string?)null, (string?)null)));
        Assert.That(troubles, Is.Empty);
    }

    [Test]
    public async Task Without_a_mark_the_form_is_kept_and_says_so_in_the_readers_language()
    {
        await using var site = await AnefSite.Start();
        using var browser = site.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var answer = await Post(browser, "/avis?etape=depot", new() { ["etape"] = "depot", ["Troubles"] = "delay", ["Text"] = "slow" });
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.That(page, Does.Contain("Say whether it was easy or difficult.").And.Contain("slow</textarea>").And.Contain("value=\"depot\""));
        Assert.That(page, Does.Match("value=\"delay\"[^>]*|checked[^>]*value=\"delay\"").And.Contain("checked"));
    }

    [Test]
    public async Task One_address_says_so_much_and_no_more()
    {
        await using var site = await AnefSite.Start(configure: b => b.WebHost.UseSetting("Feedback:PerTenMinutes", "2"));
        using var browser = site.Browser();
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++) codes.Add((await Post(browser, "/avis", new() { ["Ease"] = "3" })).StatusCode);
        Assert.That(codes, Is.EqualTo(new[] { HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests }));
        Assert.That((await browser.GetAsync("/avis")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_manager_reads_and_answers_what_is_about_their_prefecture_alone()
    {
        await using var site = await AnefSite.Start();
        await Give(site, 1, "depot", "38", "là");
        await Give(site, 1, "depot", "93", "ailleurs");
        await Give(site, 1, "depot", null, "nulle part");
        using var manager = site.Browser().As(TestAccess.Agent(Role.TeamManager, "38"));
        using var ministry = site.Browser().As(TestAccess.Agent(Role.Ministry));
        Assert.That(WebUtility.HtmlDecode(await manager.GetStringAsync("/retours")), Does.Contain(">là<").And.Not.Contain("ailleurs").And.Not.Contain("nulle part"));
        Assert.That(WebUtility.HtmlDecode(await manager.GetStringAsync("/retours?prefecture=93")), Does.Not.Contain("ailleurs"));
        Assert.That(WebUtility.HtmlDecode(await ministry.GetStringAsync("/retours")), Does.Contain(">là<").And.Contain("ailleurs").And.Contain("nulle part"));

        Assert.That((await Post(manager, "/retours", new() { ["id"] = $"{await IdOf(site, "ailleurs")}", ["accepted"] = "true", ["why"] = "oui" })).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        await Post(manager, "/retours", new() { ["id"] = $"{await IdOf(site, "là")}", ["accepted"] = "true", ["why"] = "Corrigé en mars." });
        Assert.That(WebUtility.HtmlDecode(await manager.GetStringAsync("/retours?etat=Accepted")), Does.Contain("Corrigé en mars.").And.Contain("0 à traiter, 1 retenus"));
    }

    [Test]
    public async Task An_answer_without_a_reason_is_refused_on_the_page()
    {
        await using var site = await AnefSite.Start();
        await Give(site, 1, "depot", "38", "là");
        using var ministry = site.Browser().As(TestAccess.Agent(Role.Ministry));
        var answer = await Post(ministry, "/retours", new() { ["id"] = $"{await IdOf(site, "là")}", ["accepted"] = "false", ["why"] = " " });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain("Dites pourquoi"));
    }

    [Test]
    public async Task Figures_are_made_of_five_at_least_and_hide_the_rest_from_subtraction()
    {
        await using var site = await AnefSite.Start();
        for (var i = 0; i < 5; i++) await Give(site, 4, "depot", null, null, "delay");
        for (var i = 0; i < 4; i++) await Give(site, 1, "compte", null, null, "technical");
        var quarter = await site.Ask<ReadSynthesis.Request, ReadSynthesis.View>(new(new Quarter(2026, 1)));
        Assert.That((quarter.Count, quarter.Mean), Is.EqualTo((5, (double?)4)));
        Assert.That(quarter.Steps.Select(s => s.Step), Is.EqualTo(new[] { "depot" }));
        Assert.That(quarter.Troubles.Select(t => t.Code), Is.EqualTo(new[] { "delay" }));
        Assert.That(quarter.Accepted, Is.Null);
        Assert.That((await site.Ask<ReadSynthesis.Request, ReadSynthesis.View>(new(new Quarter(2025, 4)))).Mean, Is.Null);
        using var browser = site.Browser();
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/retours/synthese"));
        Assert.That(page, Does.Contain("5 avis, facilité moyenne 4,0 sur 5.").And.Contain("le dépôt d’une demande").And.Not.Contain("le compte et la connexion"));
    }

    private static Task<Guid> Give(AnefSite site, int ease, string step, string? prefecture, string? text, params string[] troubles) =>
        site.Ask<GiveOpinion.Request, Guid>(new(ease, troubles, text, step, null, prefecture, "fr"));

    private static async Task<Guid> IdOf(AnefSite site, string text)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<FeedbackDb>().Opinions.SingleAsync(o => o.Text == text)).Id;
    }

    private static async Task<(Opinion, List<string>)> Kept(AnefSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FeedbackDb>();
        return (await db.Opinions.AsNoTracking().SingleAsync(), await db.Troubles.Select(t => t.Code).ToListAsync());
    }

    private static async Task<HttpResponseMessage> Post(HttpClient browser, string path, Dictionary<string, string> form)
    {
        form["__RequestVerificationToken"] = Token().Match(await browser.GetStringAsync(path)).Groups[1].Value;
        using var content = new FormUrlEncodedContent(form);
        return await browser.PostAsync(path.Split('?')[0], content);
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
