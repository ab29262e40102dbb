using Anef.Applications.Contracts;
using Anef.Notifications.Compose;
using Anef.Notifications.Domain;
using Anef.Notifications.WriteMessages;

namespace Anef.Notifications.SendMessages;

/// <summary>What was safe when a message was written may no longer be when it leaves.</summary>
internal sealed class LastLook(IApplications applications, Composer composer)
{
    /// <summary>False when the message may not leave as it is; it then says where it stands.</summary>
    public async Task<bool> Allows(Message message, CancellationToken ct)
    {
        var contact = await applications.Contact(message.PersonId, ct);
        if (contact is null or { Deceased: true })
        {
            message.Cancel(contact is null ? "personne inconnue" : SilenceForTheDead.Why);
            return false;
        }
        if (contact.SafeContact)
        {
            // Read in the account from the next turn on.
            message.Divert(composer.Neutral(contact, message.Number, message.Deadline));
            return false;
        }
        if (message.Channel == Channel.Letter) message.Redirect(contact.FullName, Composer.PostalLines(contact));
        else if (contact.Email is { } email) message.Redirect(contact.FullName, email);
        return true;
    }
}
