using System.Net;
using Anef.Procedures.Persistence;
using Anef.SharedKernel.Rehearsals;
using Anef.SharedKernel.Security;
using Anef.Tests.Integration.Access;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Outside;

/// <summary>The pages of the ministry and of a manager, from the list to the publication.</summary>
[CancelAfter(60_000)]
internal sealed class EditingRulesInABrowser
{
    private AnefSite _site = null!;

    [SetUp]
    public async Task Start() => _site = await AnefSite.Start(configure: b => b.Services.AddSingleton<IAntiforgery, AnyForm>().AddSingleton<IRehearsals, NoFile>());

    [TearDown]
    public async Task Stop() => await _site.DisposeAsync();

    [Test]
    public async Task Two_people_bring_a_version_into_force()
    {
        using var author = _site.Browser().As(TestAccess.Agent(Role.Ministry));
        using var second = _site.Browser().As(TestAccess.Agent(Role.Ministry));
        Assert.That(await Read(author, "/ministere/regles"), Does.Contain("Délais de dépôt"));
        Assert.That(await Read(author, "/ministere/regles/late"), Does.Contain("Ouvrir un brouillon"));
        var draft = (await Post(author, "/ministere/regles/late?handler=Open")).Headers.Location!.ToString();
        Assert.That(await Read(author, draft), Does.Contain("Règles, en JSON"));
        var broken = await Post(author, $"{draft}?handler=Write", ("Body", "{ \"version\": 2 }"), ("Seen", "0"));
        Assert.That(broken.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await Read(author, draft), Does.Contain("ligne 1").And.Contain("il manque « article »").And.Contain("« effectiveFrom »"));
        await Post(author, $"{draft}?handler=Write", ("Body", await Text(rise: true)), ("EffectiveFrom", "2030-01-01"), ("Seen", "1"));
        Assert.That(await Read(author, draft), Does.Contain("<code>euros</code>").And.Contain("2030-01-01"));
        var early = await Post(second, $"{draft}?handler=Publish");
        Assert.That((early.StatusCode, await Words(early)), Is.EqualTo((HttpStatusCode.Conflict, true)));
        await Post(author, $"{draft}?handler=Rehearse");
        // The site plays it by itself.
        while (!(await Read(author, draft)).Contains("finie, ", StringComparison.Ordinal)) await Task.Delay(50, TestContext.CurrentContext.CancellationToken);
        Assert.That((await Post(author, $"{draft}?handler=Publish")).StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "the author is not the second person");
        var published = await Post(second, $"{draft}?handler=Publish");
        Assert.That(published.Headers.Location?.ToString(), Is.EqualTo("/ministere/regles/late?version=2"));
        Assert.That(await Read(second, "/ministere/regles/late?version=2"), Does.Contain("190"));
        Assert.That(await Read(second, "/demarches/journal"), Does.Contain("euros"));
    }

    [Test]
    public async Task A_manager_writes_verifies_and_sees_what_has_run_out()
    {
        using var manager = _site.Browser().As(TestAccess.Agent(Role.TeamManager, "38"));
        Assert.That(await Read(manager, "/prefecture/pages"), Does.Contain("43 pages à vérifier"));
        Assert.That(await Read(manager, "/prefecture/pages/38/toutes"), Does.Contain("toutes les démarches"));
        var endless = await Post(manager, "/prefecture/pages/38/CJF", ("Text", "Au premier étage."));
        Assert.That(await endless.Content.ReadAsStringAsync(), Does.Contain("Donnez le dernier jour").And.Contain("Au premier étage."));
        await Post(manager, "/prefecture/pages/38/CJF", ("Text", "Au premier étage."), ("ExpiresOn", "2026-03-10"));
        await Post(manager, "/prefecture/pages?departement=38&handler=Verify", ("code", "CJF"));
        using var anybody = _site.Browser();
        Assert.That(await Read(anybody, "/demarches/CJF/38"), Does.Contain("Au premier étage.").And.Contain("Vérifiée le 2 mars 2026 par TeamManager 38"));
        _site.Clock.Advance(TimeSpan.FromDays(9));
        Assert.That(await Read(anybody, "/demarches/CJF/38"), Does.Not.Contain("Au premier étage."));
        Assert.That(await Read(manager, "/prefecture/pages"), Does.Contain("Textes arrivés à leur fin").And.Contain("42 pages à vérifier"));
        using var ministry = _site.Browser().As(TestAccess.Agent(Role.Ministry));
        Assert.That(await Read(ministry, "/ministere/pages"), Does.Contain("42 sur 43"));
        await Post(ministry, "/ministere/pages?handler=Verify", ("code", "CJF"));
        Assert.That(await Read(anybody, "/demarches/CJF"), Does.Contain("par Ministry"));
    }

    [Test]
    public async Task A_manager_of_elsewhere_changes_nothing_here()
    {
        using var manager = _site.Browser().As(TestAccess.Agent(Role.TeamManager, "93"));
        Assert.That((await manager.GetAsync("/prefecture/pages/38/CJF")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await Post(manager, "/prefecture/pages?departement=38&handler=Verify", ("code", "CJF"))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task<string> Text(bool rise)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var text = await scope.ServiceProvider.GetRequiredService<VersionTexts>().Of("late", 1, CancellationToken.None);
        return text.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal).Replace("180", rise ? "190" : "180", StringComparison.Ordinal);
    }

    private static async Task<bool> Words(HttpResponseMessage refusal) => WebUtility.HtmlDecode(await refusal.Content.ReadAsStringAsync()).Contains("n'a pas été répété", StringComparison.Ordinal);

    private static async Task<string> Read(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> Post(HttpClient browser, string path, params (string Name, string Value)[] fields) =>
        browser.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>Nothing to play: what plays do is tried elsewhere.</summary>
    private sealed class NoFile : IRehearsals
    {
        public IReadOnlyList<string> Files() => [];

        public async IAsyncEnumerable<RehearsalResult> Play(IReadOnlyList<RulesText> rules, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
        {
            await Task.Yield();
            yield break;
        }
    }
}
