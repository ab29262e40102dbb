using System.Text.RegularExpressions;
using Anef.Notifications.Domain;
using Anef.Notifications.SendMessages;
using MimeKit;

namespace Anef.Notifications.ReadBounces;

/// <summary>A mail that came back, or about which somebody complained.</summary>
/// <param name="MessageId">The row that it was.</param>
/// <param name="Cause">Why the address is at fault; null when it may work again: a full mailbox, a server that stayed silent.</param>
internal sealed partial record Bounce(Guid MessageId, TroubleCause? Cause, string Why)
{
    /// <summary>Null when it is something else: a delay that is told, a holiday reply, an answer that nobody reads.</summary>
    public static Bounce? Read(MimeMessage mail)
    {
        if (mail.Body is not MultipartReport report || OriginalOf(mail, report) is not { } id) return null;
        if (report.OfType<MessageFeedbackReport>().Any()) return new(id, TroubleCause.Complained, "signalé comme indésirable par qui l'a reçu");
        foreach (var recipient in report.OfType<MessageDeliveryStatus>().SelectMany(part => part.StatusGroups.Skip(1)))
            if ("failed".Equals(recipient["Action"]?.Trim(), StringComparison.OrdinalIgnoreCase))
                return Of(id, StatusOf(recipient["Status"]));
        return null;
    }

    private static Bounce Of(Guid id, string status) => new(id, Permanence.IsOfAddress(status) ? TroubleCause.Bounced : null, $"revenu ({status})");

    private static string StatusOf(string? written) => Status().Match(written ?? "") is { Success: true } status ? status.Value : "5.0.0";

    /// <summary>The address that the return was sent to names the row; where a server wrote to another, the identity of the mail that it encloses does.</summary>
    private static Guid? OriginalOf(MimeMessage mail, MultipartReport report) =>
        mail.To.Mailboxes.Select(m => m.Address).Concat(mail.Headers.Where(h => h.Field.Equals("Delivered-To", StringComparison.OrdinalIgnoreCase)).Select(h => h.Value))
            .Select(address => IdIn(Returned(), address)).FirstOrDefault(id => id is not null)
        ?? report.Select(Identity).Select(identity => IdIn(Ours(), identity)).FirstOrDefault(id => id is not null);

    private static string? Identity(MimeEntity part) => part switch
    {
        MessageDeliveryStatus or MessageFeedbackReport => null,
        MessagePart { Message: { } original } => original.MessageId,
        TextPart text => text.Text,
        MimePart { Content: { } content } => Text(content),
        _ => null,
    };

    private static string Text(IMimeContent content)
    {
        using var bytes = new MemoryStream();
        content.DecodeTo(bytes);
        return System.Text.Encoding.Latin1.GetString(bytes.ToArray());
    }

    private static Guid? IdIn(Regex shape, string? text) => text is not null && shape.Match(text) is { Success: true } match && Guid.TryParseExact(match.Groups["id"].Value, "N", out var id) ? id : null;

    [GeneratedRegex(@"\+(?<id>[0-9a-f]{32})@", RegexOptions.IgnoreCase)]
    private static partial Regex Returned();

    [GeneratedRegex(@"(?:^|Message-ID:\s*)<?(?<id>[0-9a-f]{32})@", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Ours();

    [GeneratedRegex(@"^\s*[245]\.\d{1,3}\.\d{1,3}")]
    private static partial Regex Status();
}
