using Anef.SharedKernel.Settings;
using MailKit.Security;
using Microsoft.Extensions.Configuration;

namespace Anef.PartnerOrganisations.Settings;

/// <summary>Where the mails of organisations are found. Section <c>Partners:Mailbox</c> of the configuration.</summary>
internal sealed class MailboxOptions
{
    public MailboxKind Kind { get; set; } = MailboxKind.Maildir;

    /// <summary>The Maildir, with its <c>new</c> and <c>cur</c>.</summary>
    public string Folder { get; set; } = "data/mail/incoming";

    public string? Host { get; set; }

    public int Port { get; set; } = 993;

    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.Auto;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>PEM of the only authorities to believe in; without it, the system's.</summary>
    public string? CaFile { get; set; }

    /// <summary>Folder to which a mail goes once it is stored.</summary>
    public string Processed { get; set; } = "Traites";

    /// <summary>Longest that one answer of the server may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Before the second attempt to connect; doubled before each further one.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <exception cref="SettingFault">It cannot work.</exception>
    public static MailboxOptions Read(IConfiguration configuration)
    {
        var options = configuration.Read<MailboxOptions>("Partners:Mailbox");
        if (options.Kind == MailboxKind.Imap && string.IsNullOrWhiteSpace(options.Host))
            throw new SettingFault("Partners:Mailbox:Host", "un nom de serveur est attendu quand Partners:Mailbox:Kind est « Imap ».");
        return options;
    }
}

/// <summary>What the mailbox is.</summary>
internal enum MailboxKind
{
    /// <summary>A folder on this machine: needs no server.</summary>
    Maildir,

    Imap,

    /// <summary>Nobody reads mails; the web and the API remain.</summary>
    None,
}
