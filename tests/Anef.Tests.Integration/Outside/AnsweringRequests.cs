using System.Net;
using System.Text.Json;

namespace Anef.Tests.Integration.Outside;

/// <summary>A host with nobody in it yet, asked over HTTP.</summary>
[CancelAfter(60_000)]
public sealed class AnsweringRequests
{
    private const string Unknown = "7K2M-9QXV-4T8W-H3PC";
    private static string _folder = "";
    private static HostProcess _host = null!;
    private static HttpClient _browser = null!;

    [OneTimeSetUp]
    public static async Task Start()
    {
        _folder = Directory.CreateTempSubdirectory("anef-answers-").FullName;
        (_host, var url) = await HostProcess.Serve(_folder, [], CancellationToken.None);
        _browser = Browser(url);
    }

    [OneTimeTearDown]
    public static async Task Stop()
    {
        _browser.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    public async Task It_says_that_it_is_well(string path) => Assert.That(await _browser.GetStringAsync(path), Is.EqualTo("Healthy"));

    [Test]
    public async Task It_says_when_what_was_missed_is_caught_up_and_from_then_on_how_many_are_uncovered(CancellationToken ct)
    {
        await UntilCaughtUp(_browser, ct);
        var figures = string.Join('\n', (await _browser.GetStringAsync("/metrics", ct)).Split('\n').Where(line => line.StartsWith("anef_", StringComparison.Ordinal)));
        Assert.That(figures, Does.Match(@"(?m)^anef_uncovered_people\{.*zone=""Europe/Paris""\} 0$").And.Match(@"(?m)^anef_uncovered_people\{.*zone=""Indian/Reunion""\} 0$"));
        foreach (var name in new[] { "anef_outbox_age_seconds", "anef_outbox_stuck", "anef_oldest_unsent_message_seconds", "anef_attestations_issued_total", "anef_sweep_duration_seconds_count" })
            Assert.That(figures, Does.Match($"(?m)^{name}[{{ ]"), name);
    }

    [Test]
    public async Task It_publishes_its_keys(CancellationToken ct)
    {
        using var keys = JsonDocument.Parse(await _browser.GetStringAsync("/.well-known/jwks.json", ct));
        var key = keys.RootElement.GetProperty("keys").EnumerateArray().First();
        Assert.That((key.GetProperty("kty").GetString(), key.GetProperty("crv").GetString()), Is.EqualTo(("EC", "P-256")));
        Assert.That(key.TryGetProperty("d", out _), Is.False, "the private half stays at home");
    }

    [TestCase("/", "Vérifier une attestation")]
    [TestCase("/demarches", "Salarié")]
    [TestCase("/verifier", "numéro")]
    [TestCase("/verifier/" + Unknown, "Aucune attestation ne porte ce numéro")]
    public async Task It_shows_its_pages_to_anybody(string path, string words)
    {
        using var response = await _browser.GetAsync(new Uri(path, UriKind.Relative));
        Assert.That(WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), Does.Contain(words));
        Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("default-src 'none'").And.Contain("script-src 'self'").And.Not.Contain("unsafe"));
    }

    [Test]
    public async Task An_unknown_number_is_an_answer(CancellationToken ct)
    {
        using var answer = JsonDocument.Parse(await _browser.GetStringAsync($"/api/verifications/{Unknown}", ct));
        Assert.That(answer.RootElement.GetProperty("status").GetString(), Is.EqualTo("unknown"));
    }

    [TestCase("/demandes")]
    [TestCase("/exploitation/messages")]
    [TestCase("/attestations/" + Unknown + ".pdf")]
    [TestCase("/nowhere")]
    public async Task It_shows_nothing_about_people(string path)
    {
        using var response = await _browser.GetAsync(new Uri(path, UriKind.Relative));
        Assert.That((response.StatusCode, response.Headers.Location?.AbsolutePath), Is.EqualTo(path is "/nowhere" or "/demandes" ? (HttpStatusCode.NotFound, null) : (HttpStatusCode.Found, "/connexion")));
    }

    [Test]
    public void Its_files_are_in_the_caller_s_folder() =>
        Assert.That(Directory.GetFileSystemEntries(Path.Combine(_folder, "data")).Select(Path.GetFileName), Has.Member("anef.db").And.Member("keys"));

    [Test]
    public async Task Whoever_checks_too_often_is_told_to_wait(CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "limited")).FullName;
        var (host, url) = await HostProcess.Serve(folder, new Dictionary<string, string?> { ["Attestations:VerificationsPerMinute"] = "3" }, ct);
        await using (host)
        {
            using var browser = Browser(url);
            var codes = new List<HttpStatusCode>();
            for (var asked = 0; asked < 5; asked++)
            {
                using var response = await browser.GetAsync(new Uri($"/api/verifications/{Unknown}", UriKind.Relative), ct);
                codes.Add(response.StatusCode);
            }
            // The window of a minute may turn between two of them.
            Assert.That(codes.Take(3), Is.All.EqualTo(HttpStatusCode.OK));
            Assert.That(codes.Skip(3), Has.Some.EqualTo(HttpStatusCode.TooManyRequests));
            Assert.That(await browser.GetStringAsync("/health/live", ct), Is.EqualTo("Healthy"), "the limit is of checks alone");
        }
    }

    [Test]
    public async Task A_prefecture_s_package_that_cannot_be_loaded_is_set_aside_and_the_rest_goes_on(CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "aside")).FullName;
        var program = ProgramCopy.Make(folder);
        ProgramCopy.AddModule(program, "Prefecture.Isere", """{ "name": "Prefecture.Isere", "assembly": "Anef.Prefecture.Isere.dll", "prefecture": "38" }""");
        var (host, url) = await HostProcess.Serve(folder, [], ct, program);
        await using (host)
        {
            using var browser = Browser(url);
            Assert.That(await browser.GetStringAsync("/health/ready", ct), Is.EqualTo("Degraded"));
            Assert.That(host.Output, Does.Contain("38 : Module Prefecture.Isere : Anef.Prefecture.Isere.dll n'est pas dans "));
            Assert.That(await browser.GetStringAsync("/verifier", ct), Is.Not.Empty);
        }
    }

    /// <summary>Waits until the host says that it has caught up.</summary>
    internal static async Task UntilCaughtUp(HttpClient browser, CancellationToken ct)
    {
        while (true)
        {
            using var response = await browser.GetAsync(new Uri("/health/startup", UriKind.Relative), ct);
            if (response.IsSuccessStatusCode) return;
            await Task.Delay(50, ct);
        }
    }

    internal static HttpClient Browser(Uri url) => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = url };
}
