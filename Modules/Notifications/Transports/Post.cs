using Anef.Notifications.Domain;
using Anef.Notifications.Letters;
using Anef.Notifications.Settings;

namespace Anef.Notifications.Transports;

/// <summary>Which carrier takes which message.</summary>
internal sealed class Post(MailOptions options, EmlFolder folder, SmtpCarrier smtp, LetterSpool letters, SmsCarrier sms)
{
    /// <summary>Null when nothing has to leave: what is read in the account, and everything in a rehearsal.</summary>
    public ICarrier? For(Channel channel) => (channel, options.Transport) switch
    {
        (Channel.InApp, _) or (_, MailTransport.None) => null,
        (Channel.Letter, _) => letters,
        (Channel.Sms, _) => sms,
        (_, MailTransport.Smtp) => smtp,
        _ => folder,
    };
}
