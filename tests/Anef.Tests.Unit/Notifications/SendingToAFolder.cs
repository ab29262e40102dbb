using Anef.Applications.Contracts;
using Anef.Notifications.Domain;
using Anef.Notifications.WriteMessages;
using MimeKit;
using NSubstitute;

namespace Anef.Tests.Unit.Notifications;

internal sealed class SendingToAFolder
{
    [Test]
    public async Task A_mail_is_a_file_named_after_its_row()
    {
        await using var room = new Mailroom();
        await room.Announce();
        await room.Pump();
        var message = await room.Message();
        var mail = MimeMessage.Load(Path.Combine(room.Outgoing, $"{message.Id}.eml"));
        Assert.That(mail.From.ToString(), Does.Contain("titres-sejour@33.example"));
        Assert.That(mail.To.Mailboxes.Single().Address, Is.EqualTo("imen@example.org"));
        Assert.That((mail.Subject, mail.MessageId), Is.EqualTo(("Votre démarche", $"{message.Id:N}@33.example")));
        Assert.That(mail.Date, Is.EqualTo(new DateTimeOffset(2026, 10, 1, 10, 0, 0, TimeSpan.FromHours(2))));
        Assert.That(mail.Headers["Auto-Submitted"], Is.EqualTo("auto-generated"));
        Assert.That(mail.TextBody!.TrimEnd(), Is.EqualTo(message.Text));
        Assert.That(mail.HtmlBody, Does.Contain("Votre titre de séjour est prêt"));
    }

    [Test]
    public async Task What_is_sent_is_told_in_the_same_save()
    {
        await using var room = new Mailroom();
        await room.Tell<TellOfWindows, WindowReminderDue>(new(Mailroom.Imen, "SAL", new(2026, 12, 1), new(2026, 10, 2), 61, false));
        await room.Pump();
        Assert.That(await room.Facts(), Is.EqualTo(new[] { $$"""{"personId":"{{Mailroom.Imen}}","template":"windowReminder","channel":"email","language":"fr","deadline":"2026-10-02"}""" }));
        Assert.That(((await room.Message()).State, (await room.Message()).SentAt), Is.EqualTo((MessageState.Sent, (DateTimeOffset?)room.Clock.GetUtcNow())));
    }

    [Test]
    public async Task An_interrupted_file_is_written_again_and_is_one()
    {
        await using var room = new Mailroom();
        await room.Announce();
        await room.Abandon();
        await room.Pump();
        Assert.That(Directory.Exists(room.Outgoing), Is.False, "the lease still runs");
        room.Clock.Advance(TimeSpan.FromMinutes(5));
        await room.Pump();
        await room.Pump();
        Assert.That((await room.Message()).State, Is.EqualTo(MessageState.Sent));
        Assert.That(Directory.GetFiles(room.Outgoing), Has.Length.EqualTo(1));
        Assert.That(await room.Facts(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Two_hosts_that_want_the_same_message_send_it_once()
    {
        await using var room = new Mailroom();
        await room.Announce();
        var raced = 0;
        // The second host sends while the first takes its last look.
        room.Applications.Contact(Mailroom.Imen, Arg.Any<CancellationToken>()).Returns(async Task<ContactFacts?> (_) =>
        {
            if (Interlocked.Increment(ref raced) == 1) await room.Pump();
            return room.Person;
        });
        await room.Pump();
        Assert.That(raced, Is.EqualTo(2));
        Assert.That((await room.Message()).Attempts, Is.EqualTo(1));
        Assert.That(await room.Facts(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_address_that_became_unsafe_is_not_written_to()
    {
        await using var room = new Mailroom();
        await room.Announce();
        room.Contact(room.Person with { SafeContact = true });
        await room.Pump();
        await room.Pump();
        var message = await room.Message();
        Assert.That((message.Channel, message.State, message.Address, message.Html), Is.EqualTo((Channel.InApp, MessageState.Sent, (string?)null, (string?)null)));
        Assert.That(Directory.Exists(room.Outgoing), Is.False);
    }

    [Test]
    public async Task A_new_address_is_the_one_written_to()
    {
        await using var room = new Mailroom();
        await room.Announce();
        room.Contact(room.Person with { Email = "new@example.org" });
        await room.Pump();
        Assert.That(MimeMessage.Load(Directory.GetFiles(room.Outgoing).Single()).To.Mailboxes.Single().Address, Is.EqualTo("new@example.org"));
    }

    [Test]
    public async Task A_folder_that_cannot_be_written_is_tried_again_later()
    {
        await using var room = new Mailroom();
        await File.WriteAllTextAsync(room.Outgoing, "a file in the folder's place");
        await room.Announce();
        await room.Pump();
        var message = await room.Message();
        Assert.That((message.State, message.Attempts, message.DueAt), Is.EqualTo((MessageState.Waiting, 1, room.Clock.GetUtcNow().AddMinutes(1))));
        Assert.That(message.LastError, Does.StartWith("écriture impossible"));
        File.Delete(room.Outgoing);
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        await room.Pump();
        Assert.That((await room.Message()).State, Is.EqualTo(MessageState.Sent));
    }

    [Test]
    public async Task In_a_rehearsal_everything_counts_as_sent_and_nothing_is_written()
    {
        await using var room = new Mailroom(("Mail:Transport", "None"));
        await room.Announce();
        room.Contact(room.Person with { Email = null });
        await room.Announce(new(2026, 10, 2));
        await room.Pump();
        Assert.That((await room.Messages()).Select(m => m.State), Is.All.EqualTo(MessageState.Sent));
        Assert.That(await room.Facts(), Has.Count.EqualTo(2));
        Assert.That(Directory.Exists(room.Outgoing) || Directory.Exists(room.Letters), Is.False);
    }
}
