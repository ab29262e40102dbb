using Anef.Applications.Contracts;
using Anef.Notifications.Domain;
using Anef.Notifications.WriteMessages;

namespace Anef.Tests.Unit.Notifications;

internal sealed class ChoosingTheWay
{
    [Test]
    public async Task Whoever_has_an_address_gets_a_mail_in_their_language()
    {
        await using var room = new Mailroom();
        room.Contact(room.Person with { Language = "en-GB" });
        await room.Announce();
        var message = await room.Message();
        Assert.That((message.Channel, message.Language, message.Address, message.Subject), Is.EqualTo((Channel.Email, "en", "imen@example.org", "Your request")));
        Assert.That(message.Text, Does.Contain("Your residence permit is ready since 1 October 2026."));
        Assert.That(message.Html, Does.Contain("<html lang=\"en\" dir=\"ltr\">"));
    }

    [Test]
    public async Task Arabic_is_written_from_right_to_left()
    {
        await using var room = new Mailroom();
        room.Contact(room.Person with { Language = "ar" });
        await room.Announce();
        Assert.That((await room.Message()).Html, Does.Contain("<html lang=\"ar\" dir=\"rtl\">"));
    }

    [Test]
    public async Task Whoever_has_none_gets_a_letter_in_French()
    {
        await using var room = new Mailroom();
        room.Contact(room.Person with { Email = null, Language = "en" });
        await room.Announce();
        var message = await room.Message();
        Assert.That((message.Channel, message.Language, message.Address), Is.EqualTo((Channel.Letter, "fr", "Imen Trabelsi\n12 rue des Lilas\n33000 Bordeaux")));
        Assert.That(message.Text, Does.Contain("https://anef.example/traductions/cardReady"));
    }

    [Test]
    public async Task Nothing_leaves_for_an_unsafe_address_and_the_words_say_nothing()
    {
        await using var room = new Mailroom();
        room.Contact(room.Person with { SafeContact = true });
        await room.Tell<TellOfDecision, DecisionNotified>(
            new(Mailroom.Imen, Mailroom.Request, DecisionOutcome.Refuse, new(2026, 10, 1), ["menace"], new(2026, 12, 1)));
        await room.Pump();
        var message = await room.Message();
        Assert.That((message.Channel, message.Address, message.State), Is.EqualTo((Channel.InApp, (string?)null, MessageState.Sent)));
        Assert.That(message.Text, Does.Not.Contain("refus").And.Not.Contain("menace").And.Contain("1er décembre 2026"));
        Assert.That(Directory.Exists(room.Outgoing) || Directory.Exists(room.Letters), Is.False);
    }

    [Test]
    public async Task Nothing_is_written_to_a_person_who_has_died()
    {
        await using var room = new Mailroom();
        room.Contact(room.Person with { Deceased = true });
        await room.Announce();
        Assert.That(await room.Messages(), Is.Empty);
    }

    [Test]
    public async Task What_waits_for_a_person_who_dies_is_cancelled()
    {
        await using var room = new Mailroom();
        await room.Announce();
        room.Contact(room.Person with { Deceased = true });
        await room.Tell<SilenceForTheDead, PersonChanged>(new(Mailroom.Imen, "deceased"));
        await room.Pump();
        Assert.That((await room.Message()).State, Is.EqualTo(MessageState.Cancelled));
        Assert.That(Directory.Exists(room.Outgoing), Is.False);
    }

    [Test]
    public async Task A_change_that_is_no_death_cancels_nothing()
    {
        await using var room = new Mailroom();
        await room.Announce();
        await room.Tell<SilenceForTheDead, PersonChanged>(new(Mailroom.Imen, "address"));
        Assert.That((await room.Message()).State, Is.EqualTo(MessageState.Waiting));
    }
}
