using System.Net;
using Anef.Notifications.Contracts;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Unit.Notifications;

internal sealed class ReadingTheInbox
{
    [Test]
    public async Task Shows_what_was_told_and_by_which_way_and_it_is_then_read()
    {
        await using var room = new Mailroom();
        await room.Announce();
        await room.Pump();
        await using var site = await MailroomSite.Open(room);
        using var browser = Browser(site, Mailroom.Imen);
        var list = WebUtility.HtmlDecode(await browser.GetStringAsync("/mon-espace/messages"));
        Assert.That(list, Does.Contain("Votre titre est prêt").And.Contain("1 message non lu").And.Contain("1er octobre 2026, 10:00"));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/mon-espace/messages/{(await room.Message()).Id}"));
        Assert.That(page, Does.Contain("Votre titre de séjour est prêt depuis le 1er octobre 2026.").And.Contain("Envoyé par courriel à i…@example.org le 1er octobre 2026, 10:00"));
        Assert.That(await room.Ask(s => s.GetRequiredService<INotifications>().Unread(Mailroom.Imen, default)), Is.Zero);
        Assert.That((await room.Message()).ReadAt, Is.EqualTo(room.Clock.GetUtcNow()));
    }

    [Test]
    public async Task Speaks_the_readers_language()
    {
        await using var room = new Mailroom();
        await room.Announce();
        await using var site = await MailroomSite.Open(room);
        using var browser = Browser(site, Mailroom.Imen);
        browser.DefaultRequestHeaders.Add("Cookie", "langue=ar");
        Assert.That(WebUtility.HtmlDecode(await browser.GetStringAsync("/mon-espace/messages")), Does.Contain("بطاقة إقامتكم جاهزة").And.Contain("رسالة واحدة غير مقروءة"));
    }

    [Test]
    public async Task Is_for_the_person_alone()
    {
        await using var room = new Mailroom();
        await room.Announce();
        await using var site = await MailroomSite.Open(room);
        using var browser = Browser(site, Guid.CreateVersion7());
        Assert.That((await browser.GetAsync($"/mon-espace/messages/{(await room.Message()).Id}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(WebUtility.HtmlDecode(await browser.GetStringAsync("/mon-espace/messages")), Does.Contain("pas encore de message"));
        Assert.That((await room.Message()).ReadAt, Is.Null);
    }

    [Test]
    public async Task Names_nothing_to_whoever_has_a_safe_contact()
    {
        await using var room = new Mailroom();
        room.Contact(room.Person with { SafeContact = true });
        await room.Announce();
        await room.Pump();
        await using var site = await MailroomSite.Open(room);
        using var browser = Browser(site, Mailroom.Imen);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/mon-espace/messages/{(await room.Message()).Id}"));
        Assert.That(page, Does.Contain("Il y a du nouveau").And.Contain("Lisible dans votre compte seulement").And.Not.Contain("titre de séjour est prêt"));
    }

    private static HttpClient Browser(WebApplication site, Guid person) =>
        new HttpClient(new HttpClientHandler(), disposeHandler: true) { BaseAddress = new Uri(site.Urls.Single()) }.As(TestAccess.Applicant(person));
}
