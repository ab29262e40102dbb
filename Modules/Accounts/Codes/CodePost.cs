using System.Threading.Channels;
using Anef.Notifications.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Anef.Accounts.Codes;

/// <summary>Sends codes behind the answer's back: a page that waited for the mail server would tell who has an account.</summary>
/// <remarks>In memory only. A code lost with the host is asked for again; a code in a table could be read.</remarks>
internal sealed class CodePost(IServiceScopeFactory scopes, ILogger<CodePost> log) : BackgroundService
{
    private readonly Channel<object> _waiting = Channel.CreateBounded<object>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Put(SecretMail mail) => _waiting.Writer.TryWrite(mail);

    public void Put(SecretLetter letter) => _waiting.Writer.TryWrite(letter);

    /// <summary>Sends what waits now.</summary>
    public async Task Empty(CancellationToken ct)
    {
        while (_waiting.Reader.TryRead(out var item)) await Send(item, ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var item in _waiting.Reader.ReadAllAsync(stoppingToken)) await Send(item, stoppingToken);
    }

    private async Task Send(object item, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var mail = scope.ServiceProvider.GetRequiredService<ISecretMail>();
            await (item is SecretLetter letter ? mail.Print(letter, ct) : mail.Send((SecretMail)item, ct));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Its type alone: the words of a mail server may quote the mail.
            log.LogError("A {Kind} with a code could not be sent: {Fault}", item.GetType().Name, fault.GetType().Name);
        }
    }
}
