using Microsoft.Extensions.Hosting;

namespace Anef.Attestations.Keys;

/// <summary>Makes the first keys at the first start: a folder that cannot be written stops it, before anybody waits for a document.</summary>
internal sealed class KeysAtStart(KeyRing ring) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = ring.Token;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
