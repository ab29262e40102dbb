using Anef.Notifications.Settings;
using Anef.Notifications.Transports;
using Anef.SharedKernel.Security;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MimeKit;

namespace Anef.Notifications.ReadBounces;

/// <summary>A mailbox on a server: what is not seen is read, and is then.</summary>
internal sealed class ImapBox(BounceOptions options, MailOptions mail) : IBounceBox
{
    public async Task Read(Func<MimeMessage, Task> read, CancellationToken ct)
    {
        using var imap = new ImapClient { Timeout = (int)mail.Timeout.TotalMilliseconds };
        if (mail.CaFile is { Length: > 0 } authorities) imap.ServerCertificateValidationCallback = new OwnAuthorities(authorities).Accept;
        await imap.ConnectAsync(options.Host!, options.Port, options.Security, ct);
        if (options.User is { Length: > 0 } user) await imap.AuthenticateAsync(user, options.Password ?? "", ct);
        var inbox = imap.Inbox ?? throw new InvalidOperationException("la boîte des retours n'a pas de dossier de réception");
        await inbox.OpenAsync(FolderAccess.ReadWrite, ct);
        foreach (var id in await inbox.SearchAsync(SearchQuery.NotSeen, ct))
        {
            await read(await inbox.GetMessageAsync(id, ct));
            await inbox.AddFlagsAsync(id, MessageFlags.Seen, silent: true, ct);
        }
        await imap.DisconnectAsync(quit: true, ct);
    }
}
