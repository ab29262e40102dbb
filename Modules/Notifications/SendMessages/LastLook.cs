using Anef.Notifications.Compose;
using Anef.Notifications.Domain;
using Anef.Notifications.WriteMessages;

namespace Anef.Notifications.SendMessages;

/// <summary>What was safe when a message was written may no longer be when it leaves.</summary>
internal sealed class LastLook(ReachBook reaches, Composer composer)
{
    /// <summary>False when the message may not leave as it is; it then says where it stands, and takes its new way from the next turn on.</summary>
    public async Task<bool> Allows(Message message, CancellationToken ct)
    {
        // An organisation has neither preferences nor an address to keep silent.
        if (message.Envelope is not null) return true;
        var reach = await reaches.Of(message.PersonId, ct);
        if (reach is null or { Contact.Deceased: true })
        {
            message.Cancel(reach is null ? "personne inconnue" : SilenceForTheDead.Why);
            return false;
        }
        var ways = reach.Ways(Notices.Of(message.Template)).ToList();
        if (ways.Find(w => w.Channel == message.Channel && (!w.Neutral || message.Neutral)) is not { } way)
        {
            message.Divert(composer.Compose(message.Intent(), reach, ways[0], message.Number));
            return false;
        }
        message.Redirect(reach.Contact.FullName, way.Address!);
        return true;
    }
}
