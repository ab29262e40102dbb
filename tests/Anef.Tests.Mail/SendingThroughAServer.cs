using Anef.Applications.Contracts;
using Anef.Notifications.Domain;
using Anef.Tests.Mail.Server;
using Anef.Tests.Unit.Notifications;
using NSubstitute;

namespace Anef.Tests.Mail;

internal sealed class SendingThroughAServer
{
    private static MailServer Server => ForAllTests.Server;

    [Test]
    public async Task A_mail_arrives_as_it_was_written()
    {
        await using var room = Server.Room();
        var address = await Announce(room, "imen");
        var message = await room.Message();
        var mail = (await Server.Mailbox(address)).Single();
        Assert.That((message.State, message.Attempts), Is.EqualTo((MessageState.Sent, 1)));
        Assert.That((mail.Subject, mail.MessageId, mail.Headers["Auto-Submitted"]), Is.EqualTo(("Votre démarche", $"{message.Id:N}@33.example", "auto-generated")));
        Assert.That(mail.From.ToString(), Is.EqualTo("\"Préfecture : Gironde (33)\" <titres-sejour@33.example>"));
        Assert.That(mail.TextBody!.ReplaceLineEndings("\n").TrimEnd(), Is.EqualTo(message.Text));
        Assert.That(mail.HtmlBody, Does.Contain("lang=\"fr\""));
    }

    [Test]
    public async Task Arabic_arrives_as_it_was_written()
    {
        await using var room = Server.Room();
        room.Contact(room.Person with { Language = "ar" });
        var mail = (await Server.Mailbox(await Announce(room, "amal"))).Single();
        Assert.That(mail.Subject, Is.EqualTo("معاملتكم"));
        Assert.That(mail.TextBody, Does.Contain("بطاقة إقامتكم جاهزة"));
    }

    [Test]
    public async Task Many_arrive_once_each()
    {
        await using var room = Server.Room();
        room.Contact(room.Person with { Email = "many@example.org" });
        for (var day = 1; day <= 25; day++) await room.Announce(new(2026, 10, day));
        await room.Pump();
        var mails = await Server.Mailbox("many@example.org");
        Assert.That(mails.Select(m => m.MessageId).Distinct().Count(), Is.EqualTo(25));
        Assert.That(mails, Has.Count.EqualTo(25));
    }

    [Test]
    public async Task A_line_that_breaks_after_the_words_leaves_a_doubt_and_no_second_copy()
    {
        await using var room = Server.Room();
        var address = await Announce(room, "hangup");
        room.Clock.Advance(TimeSpan.FromDays(1));
        await room.Pump();
        var message = await room.Message();
        Assert.That((message.State, message.LastError), Is.EqualTo((MessageState.Stuck, Message.Interrupted)));
        Assert.That(await Server.Mailbox(address), Has.Count.EqualTo(1));
        Assert.That(await room.Facts(), Is.Empty);
    }

    [Test]
    public async Task A_server_that_falls_silent_after_the_words_leaves_a_doubt()
    {
        await using var room = Server.Room(("Mail:Timeout", "00:00:01"));
        var address = await Announce(room, "silent");
        Assert.That((await room.Message()).State, Is.EqualTo(MessageState.Stuck));
        Assert.That(await Server.Mailbox(address), Has.Count.EqualTo(1));
    }

    [TestCase("refused", "550")]
    [TestCase("busy", "451")]
    public async Task What_the_server_refuses_certainly_did_not_leave(string name, string code)
    {
        await using var room = Server.Room();
        var address = await Announce(room, name);
        var message = await room.Message();
        Assert.That((message.State, message.Attempts), Is.EqualTo((MessageState.Waiting, 1)));
        Assert.That(message.LastError, Does.Contain(code));
        Assert.That(await Server.Mailbox(address), Is.Empty);
    }

    [Test]
    public async Task One_refusal_holds_back_no_other_mail()
    {
        await using var room = Server.Room();
        room.Applications.Contact(Arg.Any<Guid>(), Arg.Any<CancellationToken>())
            .Returns(call => room.Person with { PersonId = call.Arg<Guid>(), Email = call.Arg<Guid>() == Mailroom.Imen ? "refused@example.org" : "after@example.org" });
        await room.Announce();
        await room.Tell<Anef.Notifications.WriteMessages.TellOfDecision, CardReady>(new(Guid.CreateVersion7(), Mailroom.Request, new(2026, 10, 1)));
        await room.Pump();
        Assert.That((await room.Messages()).Select(m => (m.Channel, m.State)), Is.EquivalentTo(new[] { (Channel.Letter, MessageState.Waiting), (Channel.Email, MessageState.Sent) }));
        Assert.That(await Server.Mailbox("after@example.org"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_server_with_a_certificate_by_nobody_known_is_not_spoken_to()
    {
        await using var room = Server.Room(("Mail:CaFile", ""));
        await Announce(room, "stranger");
        Assert.That(((await room.Message()).State, (await room.Message()).LastError), Is.EqualTo((MessageState.Waiting, "le certificat du serveur n'est pas reconnu")));
    }

    [Test]
    public async Task A_server_under_another_name_is_not_spoken_to()
    {
        await using var room = Server.Room(("Mail:Host", "127.0.0.1"));
        await Announce(room, "othername");
        Assert.That((await room.Message()).LastError, Is.EqualTo("le certificat du serveur n'est pas reconnu"));
    }

    [Test]
    public async Task A_wrong_password_sends_nothing()
    {
        await using var room = Server.Room(("Mail:Password", "wrong"));
        var address = await Announce(room, "locked");
        Assert.That(((await room.Message()).State, (await room.Message()).LastError), Is.EqualTo((MessageState.Waiting, "le serveur refuse l'utilisateur ou le mot de passe")));
        Assert.That(await Server.Mailbox(address), Is.Empty);
    }

    /// <summary>One message, sent; under a name that no other test uses.</summary>
    private static async Task<string> Announce(Mailroom room, string name)
    {
        var address = $"{name}@example.org";
        room.Contact(room.Person with { Email = address });
        await room.Announce();
        await room.Pump();
        return address;
    }
}
