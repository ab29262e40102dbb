using Anef.Notifications.Contracts;
using Anef.Notifications.Domain;
using Anef.Tests.Mail.Server;
using Anef.Tests.Unit.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Mail;

internal sealed class ReadingReturnsFromAServer
{
    private static MailServer Server => ForAllTests.Server;

    [Test]
    public async Task A_mail_says_in_its_envelope_where_it_is_to_be_sent_back()
    {
        await using var room = Server.RoomWithReturns("envelope@anef.example");
        room.Contact(room.Person with { Email = "enveloped@example.org" });
        await room.Announce();
        await room.Pump();
        Assert.That((await Server.Mailbox("enveloped@example.org")).Single().Headers["Return-Path"], Is.EqualTo($"<envelope+{(await room.Message()).Id:N}@anef.example>"));
    }

    [Test]
    public async Task What_came_back_is_read_once_and_goes_by_letter()
    {
        await using var room = Server.RoomWithReturns("retours@anef.example");
        room.Contact(room.Person with { Email = "gone@example.org" });
        await room.Announce();
        await room.Pump();
        var id = (await room.Message()).Id;
        await Server.Deliver(Returns.Holiday(id), "retours@anef.example");
        await Server.Deliver(Returns.Of(id, "failed", "5.1.1", $"retours+{id:N}@anef.example", original: false), "retours@anef.example");
        await room.ReadBounces();
        await room.ReadBounces();
        await room.Pump();
        var message = await room.Message();
        Assert.That((message.Channel, message.State), Is.EqualTo((Channel.Letter, MessageState.Sent)));
        var proof = (await room.Ask(s => s.GetRequiredService<INotifications>().ProofsOf(Mailroom.Request, default))).Single();
        Assert.That(proof.Failed.Select(f => (f.Channel, f.Why)), Is.EqualTo(new[] { ("email", "revenu (5.1.1)") }));
    }

    [Test]
    public async Task An_address_that_the_server_does_not_know_is_not_tried_again()
    {
        await using var room = Server.Room();
        room.Contact(room.Person with { Email = "refused@example.org" });
        await room.Announce();
        await room.Pump();
        await room.Pump();
        Assert.That(((await room.Message()).Channel, (await room.Message()).State), Is.EqualTo((Channel.Letter, MessageState.Sent)));
        Assert.That(await room.Facts(), Has.One.Contains("contactTrouble"));
    }

    [TestCase("policy")]
    [TestCase("busy")]
    public async Task A_server_that_refuses_us_closes_no_address(string name)
    {
        await using var room = Server.Room();
        room.Contact(room.Person with { Email = $"{name}@example.org" });
        await room.Announce();
        await room.Pump();
        Assert.That(((await room.Message()).Channel, (await room.Message()).State), Is.EqualTo((Channel.Email, MessageState.Waiting)));
        Assert.That(await room.Ask(s => s.GetRequiredService<INotifications>().ContactTroubles(Mailroom.Imen, default)), Is.Empty);
    }
}
