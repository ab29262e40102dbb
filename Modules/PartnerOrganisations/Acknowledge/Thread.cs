using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Anef.Notifications.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.Settings;

namespace Anef.PartnerOrganisations.Acknowledge;

/// <summary>What leaves for an organisation, in the thread of the mail that it sent.</summary>
internal sealed class Thread(PartnerOptions options)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="id">Makes it the same mail, however often it is written.</param>
    /// <param name="before">Ids of our own mails in the thread so far.</param>
    public OrganisationMail Write(Guid id, Organisation organisation, InboundMail answered, IEnumerable<Guid> before, string text, string html, params IReadOnlyList<AttachedText> attachments) => new()
    {
        MailId = id,
        From = options.Address,
        FromName = options.Name,
        ReplyTo = options.AddressOf(organisation.Token),
        To = answered.From,
        ToName = organisation.Name,
        Subject = answered.Subject.StartsWith("Re:", StringComparison.OrdinalIgnoreCase) ? answered.Subject : $"Re: {answered.Subject}",
        Text = text,
        Html = $"<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>{Html(answered.Subject)}</title></head><body>{html}</body></html>",
        InReplyTo = answered.MessageId,
        References = [.. answered.MessageId is { } original ? [original] : Array.Empty<string>(), .. before.Select(m => OrganisationMail.MessageIdOf(m, options.Address))],
        Attachments = attachments,
    };

    public static string Html(string text) => Encoder.Encode(text);

    /// <summary>Paragraphs between empty lines.</summary>
    public static string Paragraphs(string text)
    {
        var html = new StringBuilder();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            html.Append("<p>").Append(Html(paragraph).Replace("&#xA;", "<br>", StringComparison.Ordinal)).Append("</p>");
        return html.ToString();
    }
}
