using Anef.SharedKernel.Settings;
using MailKit.Security;
using Microsoft.Extensions.Configuration;

namespace Anef.Notifications.ReadBounces;

/// <summary>Where mails that came back are found. Section <c>Mail:Bounces</c> of the configuration.</summary>
internal sealed class BounceOptions
{
    public BounceBoxKind Kind { get; set; } = BounceBoxKind.None;

    /// <summary>The Maildir, with its <c>new</c> and <c>cur</c>.</summary>
    public string Folder { get; set; } = "data/mail/bounces";

    public string? Host { get; set; }

    public int Port { get; set; } = 993;

    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.Auto;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <exception cref="SettingFault">It cannot work.</exception>
    public static BounceOptions Read(IConfiguration configuration)
    {
        var options = configuration.Read<BounceOptions>("Mail:Bounces");
        if (options.Kind == BounceBoxKind.Imap && string.IsNullOrWhiteSpace(options.Host))
            throw new SettingFault("Mail:Bounces:Host", "un nom de serveur est attendu quand Mail:Bounces:Kind est « Imap ».");
        return options;
    }
}

/// <summary>What the mailbox of returns is.</summary>
internal enum BounceBoxKind
{
    /// <summary>Nobody reads what comes back.</summary>
    None,

    Maildir,

    Imap,
}
