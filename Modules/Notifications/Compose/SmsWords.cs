using Anef.Notifications.Settings;

namespace Anef.Notifications.Compose;

/// <summary>The one text message that there is: it says that there is something to read, and where.</summary>
internal sealed class SmsWords(Library library, MailOptions options)
{
    private const string Basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Extended = "^{}\\[~]|€";

    public string In(string language) => library.Word("sms", language).Replace("{link}", $"{options.Site}mon-espace/messages", StringComparison.Ordinal);

    /// <summary>How many text messages it takes: 160 letters of GSM 03.38 each, or 70 of UCS-2 where a letter is not in it; a little less when there are several.</summary>
    public static int Parts(string text)
    {
        var gsm = text.All(c => Basic.Contains(c, StringComparison.Ordinal) || Extended.Contains(c, StringComparison.Ordinal));
        var length = gsm ? text.Sum(c => Extended.Contains(c, StringComparison.Ordinal) ? 2 : 1) : text.Length;
        var (one, more) = gsm ? (160, 153) : (70, 67);
        return length <= one ? 1 : (length + more - 1) / more;
    }
}
