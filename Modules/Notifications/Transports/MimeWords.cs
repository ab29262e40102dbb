using Anef.Notifications.Compose;
using Anef.Notifications.Domain;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using MimeKit;
using MimeKit.Text;

namespace Anef.Notifications.Transports;

/// <summary>A message as mail: text and HTML, in the prefecture's name, with an identity that never changes.</summary>
internal sealed class MimeWords(PrefectureCatalog prefectures, Composer composer, TimeProvider clock)
{
    public MimeMessage Of(Message message)
    {
        var prefecture = prefectures.Of(message.Prefecture);
        var mail = new MimeMessage
        {
            Subject = message.Subject,
            MessageId = message.MessageId(prefecture.MailFrom),
            Date = clock.GetUtcNow().In(prefecture.TimeZone),
            Body = new MultipartAlternative
            {
                new TextPart(TextFormat.Plain) { Text = message.Text },
                new TextPart(TextFormat.Html) { Text = message.Html ?? "" },
            },
        };
        mail.From.Add(new MailboxAddress(composer.SenderOf(prefecture.Code), prefecture.MailFrom));
        mail.To.Add(new MailboxAddress(message.Recipient, message.Address ?? ""));
        // RFC 3834: no holiday reply, no loop.
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mail.Headers.Add(HeaderId.ContentLanguage, message.Language);
        return mail;
    }
}
