using Microsoft.Extensions.Hosting;

namespace Anef.Attestations.Keys;

/// <summary>Makes the first keys at the first start: a folder that cannot be written is then known before anybody waits for a document.</summary>
internal sealed class KeysAtStart(KeyRing ring) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => ring.Token, stoppingToken);
}
