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
    public MimeMessage Of(Message message) => message.Envelope is { } envelope ? ToOrganisation(message, Envelope.Read(envelope)) : ToPerson(message);

    private MimeMessage ToPerson(Message message)
    {
        var prefecture = prefectures.Of(message.Prefecture);
        var mail = new MimeMessage
        {
            Subject = message.Subject,
            MessageId = message.MessageId(prefecture.MailFrom),
            Date = clock.GetUtcNow().In(prefecture.TimeZone),
            Body = Both(message),
        };
        mail.From.Add(new MailboxAddress(composer.SenderOf(prefecture.Code), prefecture.MailFrom));
        mail.To.Add(new MailboxAddress(message.Recipient, message.Address ?? ""));
        // RFC 3834: no holiday reply, no loop.
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mail.Headers.Add(HeaderId.ContentLanguage, message.Language);
        return mail;
    }

    private MimeMessage ToOrganisation(Message message, Envelope envelope)
    {
        var body = new Multipart("mixed") { Both(message) };
        foreach (var enclosed in envelope.Enclosed)
            body.Add(new TextPart(enclosed.Type) { Text = enclosed.Text, ContentDisposition = new(ContentDisposition.Attachment) { FileName = enclosed.Name } });
        var mail = new MimeMessage { Subject = message.Subject, MessageId = message.MessageId(envelope.From), Date = clock.GetUtcNow().In(CivilTime.Paris), Body = body };
        mail.From.Add(new MailboxAddress(envelope.FromName, envelope.From));
        if (envelope.ReplyTo is { } replyTo) mail.ReplyTo.Add(new MailboxAddress(envelope.FromName, replyTo));
        mail.To.Add(new MailboxAddress(message.Recipient, message.Address ?? ""));
        if (envelope.InReplyTo is { } answered) mail.InReplyTo = answered;
        mail.References.AddRange(envelope.References);
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
        mail.Headers.Add(HeaderId.ContentLanguage, message.Language);
        return mail;
    }

    private static MultipartAlternative Both(Message message) => new()
    {
        new TextPart(TextFormat.Plain) { Text = message.Text },
        new TextPart(TextFormat.Html) { Text = message.Html ?? "" },
    };
}
