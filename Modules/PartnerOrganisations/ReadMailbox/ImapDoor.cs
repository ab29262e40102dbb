using System.Net.Sockets;
using Anef.PartnerOrganisations.Settings;
using Anef.SharedKernel.Security;
using MailKit;
using MailKit.Net.Imap;
using Polly;
using Polly.Retry;

namespace Anef.PartnerOrganisations.ReadMailbox;

/// <summary>Connections to the server of the mailbox.</summary>
internal sealed class ImapDoor(MailboxOptions options)
{
    /// <summary>Whether another attempt may do better.</summary>
    public static Func<RetryPredicateArguments<object>, ValueTask<bool>> NoAnswer { get; } = outcome =>
        ValueTask.FromResult(outcome.Outcome.Exception is SocketException or IOException or ServiceNotConnectedException or ImapProtocolException or TimeoutException);

    public async Task<ImapClient> Open(CancellationToken ct)
    {
        var imap = new ImapClient { Timeout = (int)options.Timeout.TotalMilliseconds };
        try
        {
            if (options.CaFile is { Length: > 0 } authorities) imap.ServerCertificateValidationCallback = new OwnAuthorities(authorities).Accept;
            await imap.ConnectAsync(options.Host!, options.Port, options.Security, ct);
            if (options.User is { Length: > 0 } user) await imap.AuthenticateAsync(user, options.Password ?? "", ct);
            return imap;
        }
        catch
        {
            imap.Dispose();
            throw;
        }
    }

    /// <summary>A folder of that name, made where there is none.</summary>
    public static async Task<IMailFolder> Folder(ImapClient imap, string name, CancellationToken ct)
    {
        var top = imap.GetFolder(imap.PersonalNamespaces[0]);
        try
        {
            return await top.GetSubfolderAsync(name, ct);
        }
        catch (FolderNotFoundException)
        {
            return await top.CreateAsync(name, isMessageFolder: true, ct) ?? throw new InvalidOperationException($"le dossier « {name} » ne peut pas être créé");
        }
    }
}
