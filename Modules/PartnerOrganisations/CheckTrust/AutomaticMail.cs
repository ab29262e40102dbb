using MimeKit;

namespace Anef.PartnerOrganisations.CheckTrust;

/// <summary>Mail that no person wrote to us: nobody has to look at it, and nothing may answer it.</summary>
internal static class AutomaticMail
{
    /// <summary>A mail that went through more servers than this goes round.</summary>
    private const int MostServers = 30;

    private static readonly string[] Bulk = ["bulk", "list", "junk", "auto_reply"];
    private static readonly string[] Robots = ["X-Autoreply", "X-Autorespond", "X-Auto-Reply-From", "X-Vacation", "X-AutoReply-From", "X-Mail-Autoreply"];
    private static readonly string[] Suppressed = ["all", "autoreply", "oof"];
    private static readonly string[] Postmasters = ["mailer-daemon", "postmaster", "mail-daemon"];
    private static readonly string[] Lists = ["List-Id", "List-Post", "X-Loop", "X-BeenThere", "Mailing-List"];

    /// <summary>Code of why it is automatic; null for what a person wrote.</summary>
    /// <param name="domain">Of our own address.</param>
    public static string? Reason(MimeMessage mail, string domain)
    {
        if (IsBounce(mail)) return "bounce";
        if (IsLoop(mail, domain)) return "loop";
        if (IsOwn(mail, domain)) return "own";
        return IsAnswer(mail) ? "autoReply" : null;
    }

    private static bool IsBounce(MimeMessage mail) =>
        mail.Headers.Any(h => Is(h, "Return-Path") && string.Concat(h.Value.Where(c => !char.IsWhiteSpace(c))) == "<>")
        || (mail.Body is MultipartReport or Multipart { ContentType.MediaSubtype: "report" })
        || mail.Body is MessageDeliveryStatus
        || mail.From.Mailboxes.Any(m => Postmasters.Contains(m.LocalPart?.ToLowerInvariant() ?? ""));

    /// <summary>It came back through a list or a server that we wrote to, or goes round.</summary>
    private static bool IsLoop(MimeMessage mail, string domain) =>
        mail.Headers.Count(h => Is(h, "Received")) > MostServers
        || mail.Headers.Any(h => Lists.Contains(h.Field, StringComparer.OrdinalIgnoreCase) && Names(h.Value, domain));

    private static bool IsOwn(MimeMessage mail, string domain) =>
        mail.Headers.Any(h => h.Field.StartsWith("X-Anef-", StringComparison.OrdinalIgnoreCase))
        || mail.From.Mailboxes.Any(m => string.Equals(m.Domain, domain, StringComparison.OrdinalIgnoreCase))
        || mail.MessageId?.EndsWith($"@{domain}", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsAnswer(MimeMessage mail) => mail.Headers.Any(h =>
        (Is(h, "Auto-Submitted") && !h.Value.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase))
        || (Is(h, "Precedence") && Bulk.Contains(h.Value.Trim().ToLowerInvariant()))
        || (Is(h, "X-Auto-Response-Suppress") && Array.Exists(Suppressed, s => h.Value.Contains(s, StringComparison.OrdinalIgnoreCase)))
        || (Robots.Contains(h.Field, StringComparer.OrdinalIgnoreCase) && !h.Value.Trim().Equals("no", StringComparison.OrdinalIgnoreCase)));

    private static bool Names(string value, string domain) => value.Contains($"@{domain}", StringComparison.OrdinalIgnoreCase) || value.Contains($".{domain}", StringComparison.OrdinalIgnoreCase);

    private static bool Is(Header header, string name) => header.Field.Equals(name, StringComparison.OrdinalIgnoreCase);
}
