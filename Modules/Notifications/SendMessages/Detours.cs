using Anef.Notifications.Compose;
using Anef.Notifications.Domain;
using Anef.Notifications.Persistence;
using Anef.SharedKernel.Events;

namespace Anef.Notifications.SendMessages;

/// <summary>A message that did not arrive takes the next way; an address that does not reach is used no more, and an agent knows.</summary>
internal sealed class Detours(NotificationsDb db, ReachBook reaches, Composer composer, TimeProvider clock)
{
    /// <summary>Changes the message and what stands around it; the caller saves.</summary>
    /// <param name="cause">Why the address is at fault; null when it may work again tomorrow.</param>
    /// <param name="why">What was answered, for the proof.</param>
    public async Task Take(Message message, TroubleCause? cause, string why, CancellationToken ct)
    {
        if (message.Envelope is not null)
        {
            // No other way leads to an organisation: an operator looks.
            message.Stick(why);
            return;
        }
        if (await reaches.Of(message.PersonId, ct) is not { } reach) return;
        var now = clock.GetUtcNow();
        db.Add(new FailedDelivery { MessageId = message.Id, Channel = message.Channel, Address = message.Address, SentAt = message.SentAt, FailedAt = now, Why = why.Length > 300 ? why[..300] : why });
        var trouble = new AddressTrouble { PersonId = message.PersonId, Channel = message.Channel, Address = message.Address ?? "", Cause = cause ?? TroubleCause.Bounced, Since = now };
        if (cause is not null && !reach.Troubles.Any(t => t.Is(message.Channel, message.Address)))
        {
            db.Add(trouble);
            db.Publish(new TaskRaised(message.PersonId, message.ApplicationId, "contactTrouble", reach.Contact.Prefecture, Words(message.Channel)));
        }
        // For this message the way is closed even where the address may work again.
        var left = reach with { Troubles = [.. reach.Troubles, trouble] };
        message.Reroute(composer.Compose(message.Intent(), left, message.Number), why, now);
    }

    private static string Words(Channel channel) =>
        $"{(channel == Channel.Sms ? "Le numéro de téléphone" : "L'adresse électronique")} de cette personne ne reçoit pas nos messages : ils partent par une autre voie. Vérifiez ses coordonnées au prochain contact.";
}
