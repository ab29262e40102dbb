using System.Net;
using System.Reflection;
using System.Text.Json;
using Anef.Applications.Contracts;
using Anef.Attestations;
using Anef.Attestations.StatusList;
using Anef.Attestations.Verify;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.WebEncoders;
using NSubstitute;

namespace Anef.Tests.Unit.Attestations;

internal sealed class AskingOverHttp
{
    private static readonly DateOnly From = new(2026, 10, 1);
    private static readonly DateOnly Until = new(2026, 12, 31);

    [Test]
    public async Task A_program_gets_what_is_known_and_no_empty_field()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Extension(From, Until));
        await using var site = await Site(counter);
        using var browser = Browser(site);
        var answer = await browser.GetStringAsync($"/api/verifications/{attestation.Number}");
        Assert.That(answer, Is.EqualTo($$"""
            {"number":"{{attestation.Number}}","status":"valid","kind":"extension","validFrom":"2026-10-01","validUntil":"2026-12-31","work":"yes","travel":"withHeldPermit","successor":"none","initials":"H.N.","birthYear":1991}
            """));
    }

    [Test]
    public async Task An_unknown_number_is_an_answer_and_no_error()
    {
        await using var counter = new Counter();
        await using var site = await Site(counter);
        using var browser = Browser(site);
        var response = await browser.GetAsync("/api/verifications/7K2M-9QXV-4T8W-H3P");
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(answer.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "number", "status", "hint" }));
            Assert.That(answer.GetProperty("status").GetString(), Is.EqualTo("unknown"));
        });
    }

    [Test]
    public async Task A_person_reads_the_answer_in_their_language()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Extension(From, Until));
        await using var site = await Site(counter);
        using var browser = Browser(site);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/verifier/{attestation.Number}"));
        Assert.That(page, Does.Contain("Attestation valable aujourd’hui").And.Contain("du 1er octobre 2026 au 31 décembre 2026 inclus").And.Contain("Oui, pendant la période indiquée."));
        Assert.That(page, Does.Not.Contain("NGUYỄN").And.Not.Contain("vietnam").And.Not.Contain("L421"));
        Assert.That(WebUtility.HtmlDecode(await browser.GetStringAsync("/verifier/1234")), Does.Contain("Aucune attestation ne porte ce numéro").And.Contain("mal recopié").And.Contain("value=\"1234\""));
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ar-TN");
        Assert.That(WebUtility.HtmlDecode(await browser.GetStringAsync($"/verifier/{attestation.Number}")), Does.Contain("شهادة صالحة اليوم").And.Contain("من 1 أكتوبر 2026 إلى 31 ديسمبر 2026"));
    }

    [Test]
    public async Task The_form_leads_to_the_answer_s_own_address()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Extension(From, Until));
        await using var site = await Site(counter);
        using var browser = Browser(site);
        Assert.That(await browser.GetStringAsync("/verifier"), Does.Contain("<form method=\"get\""));
        var found = await browser.GetAsync($"/verifier?numero=+{attestation.Number.ToLowerInvariant()}+");
        Assert.That(found.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo($"/verifier/{attestation.Number.ToLowerInvariant()}"));
        Assert.That(WebUtility.HtmlDecode(await found.Content.ReadAsStringAsync()), Does.Contain("Attestation valable aujourd’hui"));
    }

    [Test]
    public async Task One_address_may_ask_so_often_a_minute_and_no_more()
    {
        await using var counter = new Counter(("Attestations:VerificationsPerMinute", "3"));
        await using var site = await Site(counter);
        using var browser = Browser(site);
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++) codes.Add((await browser.GetAsync(i % 2 == 0 ? "/api/verifications/1" : "/verifier/1")).StatusCode);
        Assert.That(codes, Is.EqualTo(new[] { HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests }));
    }

    [Test]
    public async Task With_a_limit_of_nothing_there_is_none()
    {
        await using var counter = new Counter(("Attestations:VerificationsPerMinute", "0"));
        await using var site = await Site(counter);
        using var browser = Browser(site);
        for (var i = 0; i < 100; i++) Assert.That((await browser.GetAsync("/api/verifications/1")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_document_itself_is_for_its_holder_and_for_agents_who_may_read_the_file()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Extension(From, Until));
        await using var site = await Site(counter);
        async Task<(HttpStatusCode, string?)> For(Visitor? visitor)
        {
            using var browser = Browser(site);
            var response = await (visitor is null ? browser : browser.As(visitor)).GetAsync($"/attestations/{attestation.Number}.pdf");
            return (response.StatusCode, response.Content.Headers.ContentType?.MediaType);
        }
        var agent = TestAccess.Agent(Role.CaseOfficer, "75");
        Assert.Multiple(async () =>
        {
            Assert.That(await For(TestAccess.Applicant(Counter.Hop)), Is.EqualTo((HttpStatusCode.OK, "application/pdf")));
            Assert.That(await For(agent), Is.EqualTo((HttpStatusCode.OK, "application/pdf")));
            Assert.That(await For(TestAccess.Agent(Role.CaseOfficer, "38")), Is.EqualTo((HttpStatusCode.NotFound, (string?)null)));
            Assert.That(await For(TestAccess.Applicant(Guid.CreateVersion7())), Is.EqualTo((HttpStatusCode.NotFound, (string?)null)));
            Assert.That(await For(null), Is.EqualTo((HttpStatusCode.Unauthorized, (string?)null)));
        });
    }

    [Test]
    public void Answers_are_written_by_options_that_nobody_can_change_any_more()
    {
        var options = typeof(VerificationServices).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Select(f => f.GetValue(null)).OfType<JsonSerializerOptions>().ToList();
        Assert.That(options, Is.Not.Empty);
        Assert.That(options.Select(o => o.IsReadOnly), Is.All.True);
    }

    [Test]
    public async Task Keys_and_lists_are_published_without_a_secret()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Extension(From, Until));
        await using var site = await Site(counter);
        using var browser = Browser(site);
        await counter.Pdf(attestation.Number);
        var key = JsonDocument.Parse(await browser.GetStringAsync("/.well-known/jwks.json")).RootElement.GetProperty("keys").EnumerateArray().Single();
        var list = await browser.GetAsync("/status/1");
        Assert.Multiple(async () =>
        {
            Assert.That(key.EnumerateObject().Select(p => p.Name), Is.EquivalentTo(new[] { "kty", "crv", "x", "y", "kid", "use", "alg" }));
            Assert.That(key.GetProperty("kid").GetString(), Is.EqualTo(counter.Ring.Token.Kid));
            Assert.That(list.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/statuslist+jwt"));
            Assert.That((await browser.GetAsync("/status/2")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        });
    }

    private static async Task<Running> Site(Counter counter)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        counter.AddTo(builder.Services);
        builder.Services.AddTestAccess();
        var applications = Substitute.For<IApplications>();
        applications.MayRead(Arg.Any<Visitor>(), Counter.Request, Arg.Any<CancellationToken>()).Returns(call => call.Arg<Visitor>().Serves("75", Role.CaseOfficer));
        builder.Services.AddSingleton(applications);
        builder.Services.AddScoped<IUseCase<VerifyAttestation.Request, VerifyAttestation.Response>, VerifyAttestation>().AddScoped<IUseCase<PublishStatusList.Request, string?>, PublishStatusList>();
        builder.Services.AddRateLimiter(o => o.RejectionStatusCode = 429);
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        var pages = builder.Services.AddRazorPages().WithRazorPagesRoot("/");
        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(typeof(AttestationsModule).Assembly).GetApplicationParts(typeof(AttestationsModule).Assembly))
            pages.PartManager.ApplicationParts.Add(part);
        var site = builder.Build();
        site.Urls.Add("http://127.0.0.1:0");
        site.UseRouting();
        site.UseRateLimiter();
        site.UseTestAccess();
        site.MapRazorPages();
        site.MapDocuments();
        await site.StartAsync();
        return new(site);
    }

    private static HttpClient Browser(Running site) => new(new SocketsHttpHandler()) { BaseAddress = site.Address };

    /// <summary>Stopped before its folder goes.</summary>
    private sealed class Running(WebApplication site) : IAsyncDisposable
    {
        public Uri Address => new(site.Urls.Single());

        public async ValueTask DisposeAsync()
        {
            await site.StopAsync();
            await site.DisposeAsync();
        }
    }
}
