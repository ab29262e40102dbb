using Anef.Notifications.Domain;
using Anef.Notifications.Settings;
using Anef.SharedKernel.Security;
using MailKit.Net.Smtp;
using MimeKit;

namespace Anef.Notifications.Transports;

/// <summary>Hands mails to a server, many over one connection.</summary>
internal sealed class SmtpCarrier(MimeWords words, MailOptions options, MailPipeline pipeline) : ICarrier, IAsyncDisposable
{
    private Client? _client;

    public bool Repeatable => false;

    public Task Carry(Message message, CancellationToken ct)
    {
        var mail = words.Of(message);
        return pipeline.Run(attempt => Attempt(mail, attempt, ct), ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is null) return;
        // The server has what it has; a farewell that fails changes nothing.
        try { await _client.DisconnectAsync(quit: true); }
        catch (Exception farewell) when (farewell is not OutOfMemoryException) { /* as above */ }
        HangUp();
    }

    private async Task Attempt(MimeMessage mail, CancellationToken ct, CancellationToken stopping)
    {
        var client = await Connected(ct);
        client.HandedOver = false;
        using var own = new CancellationTokenSource();
        // A program that stops lets the server finish its word: half a sentence would be a doubt.
        await using var passedOn = ct.Register(() => { if (!(client.HandedOver && stopping.IsCancellationRequested)) own.Cancel(); });
        try
        {
            if (options.BounceAddressOf(mail) is { } sender) await client.SendAsync(mail, sender, mail.To.Mailboxes, own.Token);
            else await client.SendAsync(mail, own.Token);
        }
        catch (SmtpCommandException)
        {
            // The server said no in so many words; the connection goes, for who knows what state it is in.
            HangUp();
            throw;
        }
        catch (Exception fault)
        {
            HangUp();
            if (client.HandedOver) throw new MayHaveLeft(fault);
            throw;
        }
    }

    private async Task<Client> Connected(CancellationToken ct)
    {
        if (_client is { IsConnected: true }) return _client;
        HangUp();
        _client = new Client { Timeout = (int)options.Timeout.TotalMilliseconds };
        if (options.CaFile is { Length: > 0 } authorities) _client.ServerCertificateValidationCallback = new OwnAuthorities(authorities).Accept;
        await _client.ConnectAsync(options.Host!, options.Port, options.Security, ct);
        if (options.User is { Length: > 0 } user) await _client.AuthenticateAsync(user, options.Password ?? "", ct);
        return _client;
    }

    private void HangUp()
    {
        _client?.Dispose();
        _client = null;
    }

    /// <summary>Notes the moment from which a broken line leaves a doubt: the recipient is accepted, the words follow.</summary>
    private sealed class Client : SmtpClient
    {
        public bool HandedOver { get; set; }

        protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
        {
            HandedOver = true;
            base.OnRecipientAccepted(message, mailbox, response);
        }
    }
}
