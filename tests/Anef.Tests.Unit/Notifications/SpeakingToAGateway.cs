using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Anef.Notifications.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Anef.Tests.Unit.Notifications;

internal sealed class SpeakingToAGateway
{
    [Test]
    public async Task Gives_number_text_and_reference_with_the_token()
    {
        await using var gateway = await Gateway.Open(HttpStatusCode.Accepted);
        await using var room = await gateway.Room();
        await room.Announce();
        await room.Pump();
        var (authorization, body) = gateway.Heard.Single();
        Assert.That(authorization, Is.EqualTo("Bearer jeton"));
        Assert.That(($"{body["to"]}", $"{body["reference"]}"), Is.EqualTo(("+33612345678", $"{(await room.Message()).Id}")));
        Assert.That((await room.Message()).State, Is.EqualTo(MessageState.Sent));
    }

    [Test]
    public async Task A_number_that_it_refuses_is_left_for_the_next_way()
    {
        await using var gateway = await Gateway.Open(HttpStatusCode.UnprocessableEntity);
        await using var room = await gateway.Room();
        await room.Announce();
        await room.Pump();
        await room.Pump();
        Assert.That(((await room.Message()).Channel, (await room.Message()).State), Is.EqualTo((Channel.Email, MessageState.Sent)));
        Assert.That(gateway.Heard, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task One_that_cannot_just_now_is_asked_three_times_and_again_later()
    {
        await using var gateway = await Gateway.Open(HttpStatusCode.ServiceUnavailable);
        await using var room = await gateway.Room();
        await room.Announce();
        await room.Pump();
        var message = await room.Message();
        Assert.That((message.Channel, message.State, message.LastError), Is.EqualTo((Channel.Sms, MessageState.Waiting, "la passerelle de SMS ne peut pas (503)")));
        Assert.That(gateway.Heard, Has.Count.EqualTo(3));
        Assert.That(gateway.Heard.Select(h => $"{h.Body["reference"]}").Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task One_that_does_not_want_us_closes_no_number()
    {
        await using var gateway = await Gateway.Open(HttpStatusCode.Unauthorized);
        await using var room = await gateway.Room();
        await room.Announce();
        await room.Pump();
        Assert.That(((await room.Message()).Channel, (await room.Message()).State), Is.EqualTo((Channel.Sms, MessageState.Waiting)));
        Assert.That(await room.Facts(), Is.Empty);
    }

    [Test]
    public async Task Nobody_there_leaves_the_message_waiting()
    {
        await using var room = new Mailroom(("Sms:Transport", "Http"), ("Sms:Url", "http://127.0.0.1:1/"));
        await room.Choose(Channel.Sms, Channel.Email, "0612345678");
        await room.Announce();
        await room.Pump();
        Assert.That(((await room.Message()).State, (await room.Message()).LastError), Is.EqualTo((MessageState.Waiting, "la passerelle de SMS ne répond pas")));
    }

    [Test]
    public async Task One_that_falls_silent_leaves_a_doubt()
    {
        await using var gateway = await Gateway.Open(null);
        await using var room = await gateway.Room(("Sms:Timeout", "00:00:00.3"));
        await room.Announce();
        await room.Pump();
        Assert.That(((await room.Message()).State, (await room.Message()).LastError), Is.EqualTo((MessageState.Stuck, Message.Interrupted)));
    }

    [Test]
    public async Task Reports_are_heard_from_whoever_knows_the_secret()
    {
        await using var room = new Mailroom(("Sms:ReportSecret", "secret"));
        await room.Choose(Channel.Sms, Channel.Email, "0612345678");
        await room.Announce();
        await room.Pump();
        await using var site = await MailroomSite.Open(room);
        using var browser = new HttpClient(new HttpClientHandler(), disposeHandler: true) { BaseAddress = new Uri(site.Urls.Single()) };
        var report = new { reference = (await room.Message()).Id, status = "failed", detail = "unknown subscriber" };
        Assert.That((await browser.PostAsJsonAsync("/api/sms/rapports", report)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "Secret");
        Assert.That((await browser.PostAsJsonAsync("/api/sms/rapports", report)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await room.Message()).Channel, Is.EqualTo(Channel.Sms));
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "secret");
        Assert.That((await browser.PostAsJsonAsync("/api/sms/rapports", report)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await room.Message()).Channel, Is.EqualTo(Channel.Email));
    }

    [Test]
    public async Task Without_a_secret_nobody_may_report()
    {
        await using var room = new Mailroom();
        await using var site = await MailroomSite.Open(room);
        using var browser = new HttpClient(new HttpClientHandler(), disposeHandler: true) { BaseAddress = new Uri(site.Urls.Single()) };
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer ");
        Assert.That((await browser.PostAsJsonAsync("/api/sms/rapports", new { reference = Guid.Empty, status = "failed" })).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    /// <summary>A gateway that always answers the same; with no answer, none.</summary>
    private sealed class Gateway : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly CancellationTokenSource _closing = new();

        private Gateway(HttpStatusCode? answer)
        {
            var builder = WebApplication.CreateBuilder();
            builder.Logging.ClearProviders();
            _app = builder.Build();
            _app.Urls.Add("http://127.0.0.1:0");
            _app.MapPost("/sms", async (HttpRequest request, CancellationToken ct) =>
            {
                Heard.Add((request.Headers.Authorization.ToString(), (await JsonNode.ParseAsync(request.Body, cancellationToken: ct))!));
                if (answer is not { } status)
                {
                    using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, _closing.Token);
                    await Task.Delay(Timeout.InfiniteTimeSpan, both.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    return Results.Empty;
                }
                return Results.StatusCode((int)status);
            });
        }

        public List<(string Authorization, JsonNode Body)> Heard { get; } = [];

        public static async Task<Gateway> Open(HttpStatusCode? answer)
        {
            var gateway = new Gateway(answer);
            await gateway._app.StartAsync();
            return gateway;
        }

        /// <summary>A person who chose text messages, and this gateway.</summary>
        public async Task<Mailroom> Room(params (string, string)[] settings)
        {
            var room = new Mailroom([("Sms:Transport", "Http"), ("Sms:Url", $"{_app.Urls.Single()}/sms"), ("Sms:Token", "jeton"), .. settings]);
            await room.Choose(Channel.Sms, Channel.Email, "0612345678");
            return room;
        }

        public async ValueTask DisposeAsync()
        {
            await _closing.CancelAsync();
            await _app.DisposeAsync();
            _closing.Dispose();
        }
    }
}
