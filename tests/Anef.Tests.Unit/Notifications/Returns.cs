using MimeKit;

namespace Anef.Tests.Unit.Notifications;

/// <summary>Mails that servers send back, as RFC 3464 and RFC 5965 write them.</summary>
internal static class Returns
{
    /// <param name="to">Where it is sent back to: with or without the row in the address.</param>
    /// <param name="original">Whether the headers of the mail come with it.</param>
    public static MimeMessage Of(Guid id, string action, string status, string to = "retours@anef.example", bool original = true) => Load($"""
        From: Mail Delivery Subsystem <mailer-daemon@mx.example>
        To: <{to}>
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="limit"

        --limit
        Content-Type: text/plain; charset=us-ascii

        I am sorry to have to inform you.

        --limit
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; imen@example.org
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 {status} said so

        {(original ? Headers(id) : "")}--limit--
        """);

    public static MimeMessage Complaint(Guid id) => Load($"""
        From: <fbl@mx.example>
        To: <retours@anef.example>
        Subject: complaint
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary="limit"

        --limit
        Content-Type: text/plain

        An abuse report.

        --limit
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        User-Agent: Some/1.0
        Version: 1

        --limit
        Content-Type: message/rfc822

        From: <titres-sejour@33.example>
        Subject: x
        Message-ID: <{id:N}@33.example>

        words
        --limit--
        """);

    public static MimeMessage Holiday(Guid id) => Load($"""
        From: <imen@example.org>
        To: <retours@anef.example>
        Subject: Absente
        In-Reply-To: <{id:N}@33.example>
        Auto-Submitted: auto-replied
        Content-Type: text/plain

        Je suis absente.
        """);

    private static string Headers(Guid id) => $"--limit\nContent-Type: text/rfc822-headers\n\nFrom: <titres-sejour@33.example>\nMessage-ID: <{id:N}@33.example>\nSubject: x\n\n";

    private static MimeMessage Load(string text)
    {
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));
        return MimeMessage.Load(bytes);
    }
}
