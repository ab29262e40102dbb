using Anef.PartnerOrganisations.Settings;
using MailKit;
using MailKit.Net.Imap;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Anef.PartnerOrganisations.ReadMailbox;

/// <summary>Hears from the server that a mail has arrived, where it can say so (IDLE); whoever hears nothing finds it a minute later.</summary>
internal sealed class MailboxWatch(MailboxOptions options, ImapDoor door, IServiceScopeFactory scopes, TimeProvider clock, ILogger<MailboxWatch> log) : BackgroundService
{
    /// <summary>RFC 2177: a server may hang up after half an hour of silence; routers do so earlier.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(9);

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Kind != MailboxKind.Imap) return Task.CompletedTask;
        var again = new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = int.MaxValue,
            Delay = options.RetryDelay,
            MaxDelay = TimeSpan.FromMinutes(5),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Exception is not (null or OperationCanceledException)),
            OnRetry = retry =>
            {
                log.LogWarning("The mailbox does not answer: {Fault}; again in {Delay}", retry.Outcome.Exception?.GetType().Name, retry.RetryDelay);
                return ValueTask.CompletedTask;
            },
        }).Build();
        return Task.Run(async () =>
        {
            // A connection that ended in good order begins anew; so does the count of attempts.
            while (!stoppingToken.IsCancellationRequested)
                try { await again.ExecuteAsync(async token => await Listen(token), stoppingToken); }
                catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
        }, CancellationToken.None);
    }

    private async Task Listen(CancellationToken ct)
    {
        using var imap = await door.Open(ct);
        await imap.Inbox!.OpenAsync(FolderAccess.ReadOnly, ct);
        await Read(ct);
        while (imap.IsConnected)
            if (await Arrived(imap, ct)) await Read(ct);
    }

    /// <summary>Waits until the server says that the inbox has grown, or for as long as it is wise to wait.</summary>
    private async Task<bool> Arrived(ImapClient imap, CancellationToken ct)
    {
        var before = imap.Inbox!.Count;
        if (!imap.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            await Task.Delay(Poll, clock, ct);
            await imap.NoOpAsync(ct);
            return imap.Inbox.Count > 0 && imap.Inbox.Count != before;
        }
        using var done = new CancellationTokenSource(Longest, clock);
        void Heard(object? sender, EventArgs happened) => done.Cancel();
        imap.Inbox.CountChanged += Heard;
        try { await imap.IdleAsync(done.Token, ct); }
        finally { imap.Inbox.CountChanged -= Heard; }
        return imap.Inbox.Count > 0;
    }

    private async Task Read(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReadMailboxJob>().Run(ct);
    }
}
