using Anef.Notifications;
using Anef.Notifications.Domain;
using Anef.Notifications.ListMessages;
using Anef.Notifications.Persistence;
using Anef.Notifications.ResendMessage;
using Anef.Notifications.Settings;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Unit.Notifications;

internal sealed class SendingToAServerThatIsNotThere
{
    // Port 1 on this machine answers nobody.
    private static Mailroom Room() => new(("Mail:Transport", "Smtp"), ("Mail:Host", "127.0.0.1"), ("Mail:Port", "1"), ("Mail:Security", "None"));

    [Test]
    public async Task Waits_a_minute_then_two_then_four()
    {
        await using var room = Room();
        await room.Announce();
        var waits = new List<double>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await room.Pump();
            var wait = (await room.Message()).DueAt - room.Clock.GetUtcNow();
            waits.Add(wait.TotalMinutes);
            // Longer than the circuit breaker's pause.
            room.Clock.Advance(wait + TimeSpan.FromMinutes(5));
        }
        Assert.That(waits, Is.EqualTo(new[] { 1.0, 2, 4 }));
        Assert.That((await room.Message()).LastError, Does.StartWith("serveur injoignable"));
    }

    [Test]
    public async Task Is_given_up_after_twelve_attempts_and_left_to_an_operator()
    {
        await using var room = Room();
        await room.Announce();
        for (var attempt = 0; attempt < Message.MaxAttempts; attempt++)
        {
            await room.Pump();
            room.Clock.Advance(TimeSpan.FromHours(2));
        }
        Assert.That(((await room.Message()).State, (await room.Message()).Attempts), Is.EqualTo((MessageState.Stuck, Message.MaxAttempts)));
        var stuck = await room.Ask(s => new ListMessages(s.GetRequiredService<NotificationsDb>()).Handle(new(MessageState.Stuck), default));
        Assert.That(stuck.Single().LastError, Does.StartWith("serveur injoignable"));
    }

    [Test]
    public async Task Does_not_count_attempts_while_the_circuit_is_broken()
    {
        await using var room = Room();
        for (var day = 1; day <= 9; day++) await room.Announce(new(2026, 10, day));
        await room.Pump();
        var messages = await room.Messages();
        Assert.That(messages.Select(m => m.State), Is.All.EqualTo(MessageState.Waiting));
        Assert.That(messages.Count(m => m.Attempts == 1), Is.EqualTo(4), "then the circuit breaks");
        Assert.That(messages.Where(m => m.Attempts == 0).Select(m => m.LastError), Is.All.Contains("ne répond plus"));
    }

    [Test]
    public async Task A_message_whose_sender_vanished_is_stuck_and_never_sent_blindly()
    {
        await using var room = Room();
        await room.Announce();
        await room.Abandon();
        room.Clock.Advance(TimeSpan.FromMinutes(5));
        await room.Pump();
        var message = await room.Message();
        Assert.That((message.State, message.LastError, message.Attempts), Is.EqualTo((MessageState.Stuck, Message.Interrupted, 1)));
        await room.Pump();
        Assert.That((await room.Message()).Attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task An_operator_sends_a_stuck_message_again()
    {
        await using var room = Room();
        await room.Announce();
        await room.Abandon();
        room.Clock.Advance(TimeSpan.FromMinutes(5));
        await room.Pump();
        await Resend(room, (await room.Message()).Id);
        Assert.That(((await room.Message()).State, (await room.Message()).DueAt), Is.EqualTo((MessageState.Waiting, room.Clock.GetUtcNow())));
    }

    [Test]
    public async Task What_was_sent_is_not_sent_again_even_by_an_operator()
    {
        await using var room = new Mailroom(("Mail:Transport", "None"));
        await room.Announce();
        await room.Pump();
        var id = (await room.Message()).Id;
        Assert.That(() => Resend(room, id), Throws.TypeOf<RuleBroken>());
        Assert.That(() => Resend(room, Guid.CreateVersion7()), Throws.TypeOf<NotFound>());
    }

    [Test]
    public void A_server_without_a_name_stops_the_start() =>
        Assert.That(() => MailOptions.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Mail:Transport", "Smtp")]).Build()), Throws.TypeOf<Anef.SharedKernel.Settings.SettingFault>().With.Message.Contains("Mail:Host"));

    private static Task<Done> Resend(Mailroom room, Guid id) => room.Ask(s =>
        new ResendMessage(s.GetRequiredService<NotificationsDb>(), s.GetRequiredService<PumpBell>(), room.Clock).Handle(new(id), default));
}
