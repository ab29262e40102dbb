using System.Threading.Channels;
using Anef.Notifications.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Anef.PartnerOrganisations.SendMandateCode;

/// <summary>Sends codes behind the answer's back: a page that waited for the mail server would tell who exists.</summary>
/// <remarks>In memory only. A code lost with the host is asked for again; a code in a table could be read.</remarks>
internal sealed class CodePost(IServiceScopeFactory scopes, ILogger<CodePost> log) : BackgroundService
{
    private readonly Channel<SecretMail> _waiting = Channel.CreateBounded<SecretMail>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Put(SecretMail mail) => _waiting.Writer.TryWrite(mail);

    /// <summary>Sends what waits now.</summary>
    public async Task Empty(CancellationToken ct)
    {
        while (_waiting.Reader.TryRead(out var mail)) await Send(mail, ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var mail in _waiting.Reader.ReadAllAsync(stoppingToken)) await Send(mail, stoppingToken);
    }

    private async Task Send(SecretMail mail, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ISecretMail>().Send(mail, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Its type alone: the words of a mail server may quote the mail.
            log.LogError("A mail with the code of a mandate could not be sent: {Fault}", fault.GetType().Name);
        }
    }
}
