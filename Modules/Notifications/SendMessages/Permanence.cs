using System.Text.RegularExpressions;
using Anef.Notifications.Domain;
using Anef.Notifications.Transports;
using MailKit.Net.Smtp;

namespace Anef.Notifications.SendMessages;

/// <summary>Tells an address that will never work from a server that will not work now.</summary>
/// <remarks>Only what is said of the recipient counts: a server that refuses the sender, the content or its client must not close everybody's address.</remarks>
internal static partial class Permanence
{
    /// <summary>Why the address is at fault; null when it is not, or nobody said so.</summary>
    public static TroubleCause? Of(Exception fault) => fault switch
    {
        SmsRefused => TroubleCause.Refused,
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } no when SaysSo((int)no.StatusCode, no.Message) => TroubleCause.Refused,
        _ => null,
    };

    /// <summary>Whether a status of RFC 3463 says that the mailbox is not there: <c>5.1.1</c>, <c>5.2.1</c> …</summary>
    public static bool IsOfAddress(string status) => status.StartsWith("5.1.", StringComparison.Ordinal) || status is "5.2.1" or "5.0.0";

    private static bool SaysSo(int reply, string words) => Enhanced().Match(words) is { Success: true } enhanced ? IsOfAddress(enhanced.Value) : reply is 550 or 551 or 553;

    [GeneratedRegex(@"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])")]
    private static partial Regex Enhanced();
}
