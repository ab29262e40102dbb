using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;

namespace Anef.Tests.Integration.Outside;

/// <summary>The guide, the procedures' pages and their twins, read by nobody in particular.</summary>
[CancelAfter(60_000)]
public sealed class ReadingThePublicPages
{
    private static string _folder = "";
    private static HostProcess _host = null!;
    private static HttpClient _browser = null!;

    [OneTimeSetUp]
    public static async Task Start()
    {
        _folder = Directory.CreateTempSubdirectory("anef-public-").FullName;
        (_host, var url) = await HostProcess.Serve(_folder, new Dictionary<string, string?> { ["Procedures:EmbedAncestors"] = "https://prefecture.example", ["Accounts:Local"] = "true", ["Proxy:Trusted:0"] = "127.0.0.1" }, CancellationToken.None);
        _browser = AnsweringRequests.Browser(url);
    }

    [OneTimeTearDown]
    public static async Task Stop()
    {
        _browser.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [TestCase("/demarches/CJF")]
    [TestCase("/demarches/CJF/69")]
    [TestCase("/demarches/journal")]
    [TestCase("/demarches/journal.json")]
    [TestCase("/demarches/journal.atom")]
    [TestCase("/api/procedures/CJF")]
    [TestCase("/api/prefectures/69/procedures/CJF")]
    [TestCase("/embed/demarches/CJF/69")]
    public async Task What_has_not_changed_is_not_sent_again(string path)
    {
        using var first = await Get(path);
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(first.Content.Headers.LastModified, Is.Not.Null);
        using var tagged = await Get(path, r => r.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.That(tagged.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        using var dated = await Get(path, r => r.IfModifiedSince = first.Content.Headers.LastModified);
        Assert.That(dated.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        using var other = await Get(path, r => r.IfNoneMatch.Add(new("\"another\"")));
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_reader_of_another_language_has_another_page()
    {
        using var french = await Get("/demarches/CJF", r => r.AcceptLanguage.Add(new("fr")));
        using var english = await Get("/demarches/CJF", r => r.AcceptLanguage.Add(new("en")));
        Assert.That(english.Headers.ETag, Is.Not.EqualTo(french.Headers.ETag));
        Assert.That(await english.Content.ReadAsStringAsync(), Does.Contain("Being married to a French citizen").And.Contain("lang=\"fr\">Vie priv"));
    }

    [Test]
    public async Task The_block_may_stand_in_the_sites_that_the_operator_names_and_has_no_script()
    {
        using var block = await Get("/embed/demarches/CJF/69");
        Assert.That(block.Headers.GetValues("Content-Security-Policy").Single(), Does.EndWith("frame-ancestors 'self' https://prefecture.example").And.Contain("default-src 'none'"));
        Assert.That(block.Headers.Contains("X-Frame-Options") || block.Headers.Contains("Set-Cookie"), Is.False);
        Assert.That(await block.Content.ReadAsStringAsync(), Does.Not.Contain("<script").And.Not.Contain("<form"));
        using var page = await Get("/demarches/CJF/69");
        Assert.That(page.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("frame-ancestors 'none'"));
    }

    [Test]
    public async Task A_program_reads_what_the_page_says(CancellationToken ct)
    {
        using var answer = JsonDocument.Parse(await _browser.GetStringAsync("/api/prefectures/69/procedures/CJF", ct));
        var root = answer.RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(root.GetProperty("code").GetString(), Is.EqualTo("CJF"));
            Assert.That(root.GetProperty("prefecture").GetProperty("seat").GetString(), Is.EqualTo("Lyon"));
            Assert.That(root.GetProperty("channel").GetProperty("alsoWithoutInternet").GetArrayLength(), Is.Positive);
            Assert.That(root.GetProperty("documents").GetArrayLength(), Is.EqualTo(8));
            Assert.That(root.TryGetProperty("delay", out _), Is.False, "nothing was measured yet");
        });
    }

    [TestCase("/demarches/XYZ")]
    [TestCase("/demarches/CJF/986")]
    [TestCase("/api/procedures/XYZ")]
    [TestCase("/embed/demarches/CJF/00")]
    public async Task What_does_not_exist_is_not_found(string path) => Assert.That((await Get(path)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

    [Test]
    public async Task The_guide_asks_one_thing_at_a_time_and_keeps_the_answers_in_the_address()
    {
        Assert.That(await Read("/quelle-demarche"), Does.Contain("Quel document français avez-vous"));
        Assert.That(await Read("/quelle-demarche?titre=talent"), Does.Contain("Que dit ce document").And.Contain("name=\"titre\" value=\"talent\""));
        Assert.That(await Read("/quelle-demarche?titre=talent&mention=TAL-CH&fin=2040-09-30"), Does.Contain("décrit le mieux votre situation"));
        var answer = await Read("/quelle-demarche?titre=talent&mention=TAL-CH&fin=2040-09-30&situation=contract-over&departement=38");
        Assert.That(answer, Does.Contain("Première possibilité").And.Contain("Deuxième possibilité").And.Contain("Troisième possibilité").And.Contain("le dépôt ouvre le 2 juin 2040").And.Contain("Grenoble"));
    }

    [Test]
    public async Task Who_answers_nothing_is_told_so_and_nothing_is_lost()
    {
        using var again = await Get("/quelle-demarche?titre=talent&mention=TAL-CH&fin=hier&question=fin");
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await again.Content.ReadAsStringAsync(), Does.Contain("role=\"alert\"").And.Contain("name=\"mention\" value=\"TAL-CH\""));
    }

    [Test]
    public async Task Whose_permit_is_over_is_told_what_to_do_meanwhile_and_can_file()
    {
        var answer = await Read("/quelle-demarche?titre=family&mention=CJF&fin=2020-01-01&situation=same&departement=69");
        Assert.That(answer, Does.Contain("Votre titre est périmé").And.Contain("première demande").And.Contain("/deposer?demarche=CJF&amp;type=first"));
    }

    [Test]
    public async Task Search_engines_are_told_of_public_pages_alone(CancellationToken ct)
    {
        var map = XDocument.Parse(await _browser.GetStringAsync("/sitemap.xml", ct)).Root!.Elements().Select(e => new Uri(e.Value).AbsolutePath).ToList();
        Assert.That(map, Does.Contain("/demarches/CJF/69").And.Member("/quelle-demarche").And.Unique);
        Assert.That(map, Has.None.StartsWith("/mon-espace").And.None.StartsWith("/agents"));
        Assert.That(await _browser.GetStringAsync("/robots.txt", ct), Does.Contain("Disallow: /mon-espace").And.Contain("/sitemap.xml"));
    }

    [TestCase("/ministere/regles")]
    [TestCase("/ministere/pages")]
    [TestCase("/prefecture/pages")]
    public async Task The_ministry_s_and_the_prefectures_pages_are_closed_to_the_public(string path) =>
        Assert.That((await Get(path)).StatusCode, Is.Not.EqualTo(HttpStatusCode.OK));

    private static async Task<string> Read(string path)
    {
        using var answer = await Get(path, r => r.AcceptLanguage.Add(new("fr")));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace("&type", "&amp;type", StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Get(string path, Action<HttpRequestHeaders>? headers = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        headers?.Invoke(request.Headers);
        return _browser.SendAsync(request);
    }
}
