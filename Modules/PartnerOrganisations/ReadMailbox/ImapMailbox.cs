using Anef.PartnerOrganisations.Settings;
using MailKit;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Anef.PartnerOrganisations.ReadMailbox;

/// <summary>A mailbox on a server: what lies in the inbox, seen or not, is taken, and goes to another folder.</summary>
internal sealed class ImapMailbox(MailboxOptions options, PartnerOptions partners, ImapDoor door, ILogger<ImapMailbox> log) : IMailbox
{
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 2, Delay = options.RetryDelay, BackoffType = DelayBackoffType.Exponential, UseJitter = true, ShouldHandle = ImapDoor.NoAnswer })
        .Build();

    public Task Read(Func<ArrivedMail, CancellationToken, Task> take, CancellationToken ct) => _pipeline.ExecuteAsync(async token => await All(take, token), ct).AsTask();

    private async Task All(Func<ArrivedMail, CancellationToken, Task> take, CancellationToken ct)
    {
        using var imap = await door.Open(ct);
        var inbox = imap.Inbox!;
        await inbox.OpenAsync(FolderAccess.ReadWrite, ct);
        if (inbox.Count > 0)
        {
            var processed = await ImapDoor.Folder(imap, options.Processed, ct);
            foreach (var mail in await inbox.FetchAsync(0, -1, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, ct))
                if (await Take(inbox, mail, take, ct)) await inbox.MoveToAsync(mail.UniqueId, processed, ct);
        }
        await imap.DisconnectAsync(quit: true, ct);
    }

    /// <summary>False when it stays where it lies: the next turn tries again.</summary>
    private async Task<bool> Take(IMailFolder inbox, IMessageSummary mail, Func<ArrivedMail, CancellationToken, Task> take, CancellationToken ct)
    {
        var whole = mail.Size is not { } size || size <= partners.MaxMailBytes;
        using var bytes = new MemoryStream();
        // As it came, byte for byte: what was signed is looked at.
        await using (var content = await inbox.GetStreamAsync(mail.UniqueId, whole ? "" : "HEADER", ct)) await content.CopyToAsync(bytes, ct);
        try
        {
            await take(new(bytes.ToArray(), whole), ct);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "A mail stays where it lies: {Uid}", mail.UniqueId);
            return false;
        }
    }
}
