using Anef.SharedKernel.Settings;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace Anef.Notifications.Settings;

/// <summary>How messages leave. Section <c>Mail</c> of the configuration; relative folders are the caller's.</summary>
internal sealed class MailOptions
{
    public MailTransport Transport { get; set; } = MailTransport.File;

    public string OutgoingFolder { get; set; } = "data/mail/outgoing";

    public string LettersFolder { get; set; } = "data/letters";

    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>PEM of the only authorities to believe in; without it, the system's.</summary>
    public string? CaFile { get; set; }

    /// <summary>Longest that one attempt may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Before the second attempt to connect; doubled before the third and last.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Address that people are sent to, with its last slash.</summary>
    public string Site { get; set; } = "";

    /// <summary>Where servers send what they could not deliver: <c>retours@anef.example</c>. Each mail has its own, <c>retours+{id}@…</c>; without one, they go to the sender.</summary>
    public string? BounceAddress { get; set; }

    /// <summary>The envelope's sender for a mail; null for the one that it names.</summary>
    public MailboxAddress? BounceAddressOf(MimeMessage mail)
    {
        if (BounceAddress is not { Length: > 0 } address) return null;
        var at = address.LastIndexOf('@');
        return new("", $"{address[..at]}+{mail.MessageId!.Split('@')[0]}{address[at..]}");
    }

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="SettingFault">It cannot work.</exception>
    public static MailOptions Read(IConfiguration configuration)
    {
        var options = configuration.Read<MailOptions>("Mail");
        if (options.Site.Length == 0) options.Site = configuration["Attestations:PublicUrl"] ?? "http://localhost:5080";
        options.Site = options.Site.TrimEnd('/') + "/";
        if (options.Transport == MailTransport.Smtp && string.IsNullOrWhiteSpace(options.Host))
            throw new SettingFault("Mail:Host", "un nom de serveur est attendu quand Mail:Transport est « Smtp ».");
        if (options.BounceAddress is { Length: > 0 } address && !address.Contains('@', StringComparison.Ordinal))
            throw new SettingFault("Mail:BounceAddress", "une adresse électronique est attendue.");
        return options;
    }
}

/// <summary>The way out for e-mail.</summary>
internal enum MailTransport
{
    /// <summary>Files in a folder, for a machine without any server.</summary>
    File,

    Smtp,

    /// <summary>Nothing leaves and nothing is written, letters included; everything counts as sent.</summary>
    None,
}
