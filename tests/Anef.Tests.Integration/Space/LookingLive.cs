using System.Diagnostics;
using System.Net;
using Anef.Applications.ConfirmComplete;
using Anef.SharedKernel.Live;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Space;

/// <summary>An open page hears of a change.</summary>
[CancelAfter(60_000)]
public sealed class LookingLive
{
    [Test]
    public async Task At_once_when_its_own_host_wrote_it(CancellationToken ct)
    {
        await using var site = await AnefSite.Start();
        using var awa = await Resident.Settle(site);
        using var other = await Resident.Settle(site);
        using var stream = await Stream.Open(awa, "", ct);
        await other.Do(new ConfirmComplete.Request(other.Application));
        await awa.Do(new ConfirmComplete.Request(awa.Application));
        // The clock stands still: nothing but the bell can have told it.
        Assert.That(await stream.Change(ct), Is.EqualTo($"{awa.Application}"), "and not of somebody else's");
    }

    [Test]
    public async Task Within_two_seconds_when_another_host_wrote_it(CancellationToken ct)
    {
        await using var site = await AnefSite.Start(configure: builder => builder.Services.AddSingleton(TimeProvider.System));
        var clock = site.Services.GetRequiredService<TimeProvider>();
        await using var neighbour = AnefHouse.Unmigrated(site.Database, site.Folder);
        neighbour.Clock.SetUtcNow(clock.GetUtcNow());
        using var awa = await Resident.Settle(site);
        using var stream = await Stream.Open(awa, "", ct);
        var quickest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            neighbour.Clock.SetUtcNow(clock.GetUtcNow());
            await neighbour.Ask<Applications.AmendApplication.AmendApplication.Request, Done>(new(awa.Application, new Dictionary<string, string> { ["phone"] = $"06 00 00 00 0{attempt}" }));
            var started = Stopwatch.GetTimestamp();
            await stream.Change(ct);
            if (Stopwatch.GetElapsedTime(started) is var elapsed && elapsed < quickest) quickest = elapsed;
        }
        Assert.That(quickest, Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public async Task What_was_written_while_the_page_came_or_the_line_was_cut_is_heard_afterwards(CancellationToken ct)
    {
        await using var site = await AnefSite.Start();
        using var awa = await Resident.Settle(site);
        var page = await awa.Read($"/demandes/{awa.Number}");
        var since = System.Text.RegularExpressions.Regex.Match(page, "data-since=\"([0-9]+)\"").Groups[1].Value;
        await awa.Do(new ConfirmComplete.Request(awa.Application));
        using (var stream = await Stream.Open(awa, $"?depuis={since}", ct))
            Assert.That(await stream.Change(ct), Is.EqualTo($"{awa.Application}"));
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        using (var stream = await Stream.Open(awa, $"?depuis={since}", ct))
            Assert.That(await stream.Change(ct), Is.Empty, "after a long while the page only knows that it is old");
    }

    [Test]
    public async Task Nobody_reads_the_outboxes_when_nobody_listens(CancellationToken ct)
    {
        await using var site = await AnefSite.Start();
        using var awa = await Resident.Settle(site);
        var feed = site.Services.GetRequiredService<LiveFeed>();
        Assert.That(feed.IsReading, Is.False);
        var one = await feed.Listen(awa.Person, 0, ct);
        using (var two = await feed.Listen(awa.Person, 0, ct))
        {
            one.Dispose();
            Assert.That((feed.Listeners, feed.IsReading), Is.EqualTo((1, true)));
        }
        Assert.That((feed.Listeners, feed.IsReading), Is.EqualTo((0, false)));
    }

    [Test]
    public async Task An_account_opens_so_many_pages_and_no_more(CancellationToken ct)
    {
        await using var site = await AnefSite.Start();
        using var awa = await Resident.Settle(site);
        var streams = new List<Stream>();
        for (var i = 0; i < LiveSeats.AnAccount; i++) streams.Add(await Stream.Open(awa, "", ct));
        using (var refused = await awa.Browser.GetAsync(new Uri("/mon-espace/direct", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, ct))
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        streams.ForEach(s => s.Dispose());
    }

    [Test]
    public async Task It_ends_with_the_session_and_beats_until_then(CancellationToken ct)
    {
        var session = new Session();
        await using var site = await AnefSite.Start(configure: builder => session.Guard(builder));
        using var awa = await Resident.Settle(site);
        using var stream = await Stream.Open(awa, "", ct);
        await stream.Beat(site, ct);
        session.Over = true;
        await stream.End(site, ct);
    }

    [TestCase(null, HttpStatusCode.Unauthorized)]
    [TestCase("newcomer", HttpStatusCode.NoContent)]
    public async Task Whoever_has_no_file_hears_nothing(string? who, HttpStatusCode code)
    {
        await using var site = await AnefSite.Start();
        using var browser = site.Browser();
        if (who is not null) browser.As(TestAccess.Applicant(null));
        Assert.That((await browser.GetAsync(new Uri("/mon-espace/direct", UriKind.Relative))).StatusCode, Is.EqualTo(code));
    }

    /// <summary>One open page's line.</summary>
    private sealed class Stream(HttpResponseMessage answer, StreamReader lines) : IDisposable
    {
        public static async Task<Stream> Open(Resident resident, string query, CancellationToken ct)
        {
            var answer = await resident.Browser.GetAsync(new Uri($"/mon-espace/direct{query}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, ct);
            Assert.That((answer.StatusCode, answer.Content.Headers.ContentType!.MediaType), Is.EqualTo((HttpStatusCode.OK, "text/event-stream")));
            return new(answer, new(await answer.Content.ReadAsStreamAsync(ct)));
        }

        /// <summary>The request that the next change is of.</summary>
        public async Task<string> Change(CancellationToken ct)
        {
            var change = false;
            while (await lines.ReadLineAsync(ct) is { } line)
            {
                change |= line == "event: change";
                if (change && line.StartsWith("data:", StringComparison.Ordinal)) return line[5..].Trim();
            }
            throw new EndOfStreamException();
        }

        public async Task Beat(AnefSite site, CancellationToken ct)
        {
            while (await Next(site, ct) is { } line)
                if (line.StartsWith(':')) return;
            throw new EndOfStreamException();
        }

        public async Task End(AnefSite site, CancellationToken ct)
        {
            while (await Next(site, ct) is not null) { }
        }

        public void Dispose()
        {
            lines.Dispose();
            answer.Dispose();
        }

        /// <summary>The clock is moved on until there is something to read.</summary>
        private async Task<string?> Next(AnefSite site, CancellationToken ct)
        {
            var line = lines.ReadLineAsync(ct).AsTask();
            while (!line.IsCompleted)
            {
                site.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }
            return await line;
        }
    }

    /// <summary>A session that can be ended from elsewhere.</summary>
    private sealed class Session
    {
        public bool Over { get; set; }

        public void Guard(WebApplicationBuilder builder) => builder.Services.AddTransient<Microsoft.AspNetCore.Authentication.IClaimsTransformation>(_ => new Ends(this));

        private sealed class Ends(Session session) : Microsoft.AspNetCore.Authentication.IClaimsTransformation
        {
            public Task<System.Security.Claims.ClaimsPrincipal> TransformAsync(System.Security.Claims.ClaimsPrincipal principal) => Task.FromResult(session.Over ? new() : principal);
        }
    }
}
