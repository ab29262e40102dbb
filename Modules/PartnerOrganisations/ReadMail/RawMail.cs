using MimeKit;

namespace Anef.PartnerOrganisations.ReadMail;

/// <summary>Opens what came as a mail, whatever it is.</summary>
internal static class RawMail
{
    /// <summary>What is no MIME message at all becomes the text of one, so that a person can look at it.</summary>
    public static MimeMessage Open(byte[] content)
    {
        try
        {
            return MimeMessage.Load(Options(), new MemoryStream(content, writable: false));
        }
        catch (Exception e) when (e is FormatException or ArgumentException or IOException or NotSupportedException or InvalidOperationException)
        {
            return new MimeMessage { Body = new TextPart("plain") { Content = new MimeContent(new MemoryStream(content, writable: false)) } };
        }
    }

    /// <summary>Deeper than it is read, it is not taken apart either.</summary>
    private static ParserOptions Options()
    {
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = MailLimits.Depth * 2;
        return options;
    }
}
