using Anef.Applications.Contracts;
using Anef.Notifications.Contracts;
using Anef.Notifications.Domain;
using Anef.Notifications.HearOfSms;
using Anef.Notifications.Persistence;
using Anef.Notifications.WriteMessages;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Unit.Notifications;

internal sealed class TakingAnotherWay
{
    private static readonly (string, string) Maildir = ("Mail:Bounces:Kind", "Maildir");

    [Test]
    public async Task A_text_message_says_nothing_and_the_words_are_in_the_account()
    {
        await using var room = new Mailroom();
        await room.Choose(Channel.Sms, Channel.Email, "06 12 34 56 78");
        await room.Announce();
        await room.Pump();
        var message = await room.Message();
        var text = await File.ReadAllTextAsync(Path.Combine(room.Texts, $"{message.Id}.txt"));
        Assert.That(text, Is.EqualTo("+33612345678\nVous avez un message sur Anef : https://anef.example/mon-espace/messages\n"));
        Assert.That((message.Channel, message.State), Is.EqualTo((Channel.Sms, MessageState.Sent)));
        Assert.That(message.Text, Does.Contain("Votre titre de séjour est prêt"));
        Assert.That(Directory.Exists(room.Outgoing), Is.False);
    }

    [Test]
    public async Task A_telephone_that_did_not_get_it_is_told_another_way_once_and_an_agent_knows()
    {
        await using var room = new Mailroom();
        await room.Choose(Channel.Sms, Channel.Email, "0612345678");
        await room.Announce();
        await room.Pump();
        for (var report = 0; report < 2; report++) await Report(room, (await room.Message()).Id, delivered: false);
        await room.Pump();
        var message = await room.Message();
        Assert.That((message.Channel, message.State, message.Address), Is.EqualTo((Channel.Email, MessageState.Sent, "imen@example.org")));
        Assert.That(Directory.GetFiles(room.Outgoing), Has.Length.EqualTo(1));
        var facts = await room.Facts();
        Assert.That(facts.Count(f => f.Contains("\"contactTrouble\"", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(facts.Where(f => f.Contains("\"channel\"", StringComparison.Ordinal)).Select(f => f.Contains("\"sms\"", StringComparison.Ordinal)), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public async Task A_report_of_arrival_is_a_proof()
    {
        await using var room = new Mailroom();
        await room.Choose(Channel.Sms, Channel.Email, "0612345678");
        await room.Announce();
        await room.Pump();
        await Report(room, (await room.Message()).Id, delivered: true);
        await Report(room, (await room.Message()).Id, delivered: false);
        var proof = (await room.Ask(s => s.GetRequiredService<INotifications>().ProofsOf(Mailroom.Request, default))).Single();
        Assert.That((proof.Channel, proof.Address, proof.DeliveredAt, proof.Failed.Count), Is.EqualTo(("sms", "+33 … 78", (DateTimeOffset?)room.Clock.GetUtcNow(), 0)));
    }

    [Test]
    public async Task A_mail_that_comes_back_goes_by_letter_in_French_and_the_address_is_used_no_more()
    {
        await using var room = new Mailroom(Maildir, ("Mail:Bounces:Folder", Mailbox()));
        room.Contact(room.Person with { Language = "ar" });
        await room.Announce();
        await room.Pump();
        Deliver(room, Returns.Of((await room.Message()).Id, "failed", "5.1.1"));
        await room.ReadBounces();
        await room.Pump();
        var message = await room.Message();
        Assert.That((message.Channel, message.Language, message.State), Is.EqualTo((Channel.Letter, "fr", MessageState.Sent)));
        Assert.That(message.Text, Does.Contain("Votre titre de séjour est prêt depuis le 1er octobre 2026"));
        Assert.That(Directory.GetFiles(room.Letters, "*.pdf", SearchOption.AllDirectories), Has.Length.EqualTo(1));

        await room.Announce(new(2026, 10, 2));
        Assert.That((await room.Messages()).Select(m => m.Channel), Is.All.EqualTo(Channel.Letter));
        var trouble = (await room.Ask(s => s.GetRequiredService<INotifications>().ContactTroubles(Mailroom.Imen, default))).Single();
        Assert.That((trouble.Channel, trouble.Address, trouble.Cause), Is.EqualTo(("email", "i…@example.org", "bounced")));
    }

    [Test]
    public async Task A_new_address_is_tried_again()
    {
        await using var room = new Mailroom(Maildir, ("Mail:Bounces:Folder", Mailbox()));
        await room.Announce();
        await room.Pump();
        Deliver(room, Returns.Of((await room.Message()).Id, "failed", "5.1.1"));
        await room.ReadBounces();
        room.Contact(room.Person with { Email = "new@example.org" });
        await room.Announce(new(2026, 10, 2));
        Assert.That((await room.Messages())[^1].Address, Is.EqualTo("new@example.org"));
    }

    [Test]
    public async Task A_full_mailbox_sends_this_message_another_way_and_closes_no_address()
    {
        await using var room = new Mailroom(Maildir, ("Mail:Bounces:Folder", Mailbox()));
        await room.Announce();
        await room.Pump();
        Deliver(room, Returns.Of((await room.Message()).Id, "failed", "5.2.2"));
        await room.ReadBounces();
        Assert.That((await room.Message()).Channel, Is.EqualTo(Channel.Letter));
        await room.Announce(new(2026, 10, 2));
        Assert.That((await room.Messages())[^1].Channel, Is.EqualTo(Channel.Email));
        Assert.That(await room.Facts(), Has.None.Contains("contactTrouble"));
    }

    [TestCase("delayed", "4.4.1")]
    [TestCase("delivered", "2.1.5")]
    public async Task What_is_only_late_or_arrived_changes_nothing(string action, string status)
    {
        await using var room = new Mailroom(Maildir, ("Mail:Bounces:Folder", Mailbox()));
        await room.Announce();
        await room.Pump();
        Deliver(room, Returns.Of((await room.Message()).Id, action, status));
        await room.ReadBounces();
        Assert.That(((await room.Message()).Channel, (await room.Message()).State), Is.EqualTo((Channel.Email, MessageState.Sent)));
    }

    [Test]
    public async Task Whose_address_is_said_to_work_gets_mail_there_again()
    {
        await using var room = new Mailroom(Maildir, ("Mail:Bounces:Folder", Mailbox()));
        await room.Announce();
        await room.Pump();
        Deliver(room, Returns.Of((await room.Message()).Id, "failed", "5.1.1"));
        await room.ReadBounces();
        var trouble = await room.Ask(s => s.GetRequiredService<NotificationsDb>().Troubles.AsNoTracking().SingleAsync());
        await room.Ask(s => s.GetRequiredService<IUseCase<Anef.Notifications.RetryAddress.RetryAddress.Request, Done>>().Handle(new(Mailroom.Imen, trouble.Id), default));
        await room.Announce(new(2026, 10, 2));
        Assert.That((await room.Messages())[^1].Channel, Is.EqualTo(Channel.Email));
    }

    [Test]
    public async Task What_was_lists_and_sums_is_said_again_the_same()
    {
        await using var room = new Mailroom(Maildir, ("Mail:Bounces:Folder", Mailbox()));
        await room.Tell<TellOfDecision, DecisionNotified>(new(Mailroom.Imen, Mailroom.Request, DecisionOutcome.Refuse, new(2026, 10, 1), ["ressources", "logement"], new(2026, 11, 1)));
        await room.Pump();
        Deliver(room, Returns.Of((await room.Message()).Id, "failed", "5.1.1"));
        await room.ReadBounces();
        Assert.That((await room.Message()).Text, Does.Contain("- ressources\n- logement").And.Contain("jusqu'au 1er novembre 2026"));
    }

    private string? _mailbox;

    private string Mailbox() => _mailbox ??= Directory.CreateTempSubdirectory("anef-returns-").FullName;

    [TearDown]
    public void Clean()
    {
        if (_mailbox is not null) Directory.Delete(_mailbox, recursive: true);
    }

    private void Deliver(Mailroom _, MimeKit.MimeMessage mail) =>
        mail.WriteTo(Path.Combine(Directory.CreateDirectory(Path.Combine(Mailbox(), "new")).FullName, $"{Guid.CreateVersion7():N}.host"));

    private static Task<Done> Report(Mailroom room, Guid id, bool delivered) =>
        room.Ask(s => s.GetRequiredService<IUseCase<HearOfSms.Request, Done>>().Handle(new(id, delivered, null), default));
}
