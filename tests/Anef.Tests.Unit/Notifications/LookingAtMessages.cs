using System.Net;
using System.Text.RegularExpressions;
using Anef.Notifications.Domain;
using Anef.SharedKernel.Security;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace Anef.Tests.Unit.Notifications;

internal sealed partial class LookingAtMessages
{
    [Test]
    public async Task Is_for_operators_alone()
    {
        await using var room = new Mailroom();
        await using var site = await MailroomSite.Open(room);
        using var browser = new HttpClient(new HttpClientHandler(), disposeHandler: true) { BaseAddress = new Uri(site.Urls.Single()) };
        Assert.That((await browser.GetAsync("/exploitation/messages")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await browser.As(TestAccess.Agent(Role.CaseOfficer, "75")).GetAsync("/exploitation/messages")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Shows_what_is_stuck_without_names_or_addresses_and_sends_it_again()
    {
        await using var room = new Mailroom(("Mail:Transport", "Smtp"), ("Mail:Host", "127.0.0.1"), ("Mail:Port", "1"));
        await room.Announce();
        await room.Abandon();
        room.Clock.Advance(TimeSpan.FromMinutes(5));
        await room.Pump();
        await using var site = await MailroomSite.Open(room);
        using var browser = Browser(site);

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/exploitation/messages"));
        Assert.That(page, Does.Contain("cardReady").And.Contain(Message.Interrupted).And.Contain("01/10/2026 10:00"));
        Assert.That(page, Does.Not.Contain("Imen").And.Not.Contain("example.org"));

        var token = Token().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("id", $"{(await room.Message()).Id}"), new("__RequestVerificationToken", token)]);
        await browser.PostAsync("/exploitation/messages?etat=Stuck", form);
        Assert.That((await room.Message()).State, Is.EqualTo(MessageState.Waiting));
    }

    [Test]
    public async Task A_letter_has_a_translation_that_says_nothing_of_anybody()
    {
        await using var room = new Mailroom();
        await using var site = await MailroomSite.Open(room);
        using var browser = Browser(site);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync("/traductions/windowReminderLate"));
        Assert.That(page, Does.Contain("Your residence permit is valid until […]").And.Contain("dir=\"rtl\""));
        Assert.That((await browser.GetAsync("/traductions/frame")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await browser.GetAsync("/traductions/nothing")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static HttpClient Browser(WebApplication site) => new HttpClient(new HttpClientHandler(), disposeHandler: true) { BaseAddress = new Uri(site.Urls.Single()) }.As(TestAccess.Agent(Role.Operator));

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
