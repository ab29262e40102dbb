using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Anef.Procedures.RehearseDraft;

/// <summary>Plays the rehearsals that were asked for, one after the other, beside the pages that are served.</summary>
/// <remarks>What is asked for is a row: a host that stops in the middle of a play leaves it to the next that starts.</remarks>
internal sealed partial class RehearsalRoom(IServiceScopeFactory scopes, RehearsalBell bell, ILogger<RehearsalRoom> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await bell.Wait(Tick, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                var more = true;
                while (more && !stoppingToken.IsCancellationRequested)
                {
                    await using var scope = scopes.CreateAsyncScope();
                    more = await scope.ServiceProvider.GetRequiredService<PlayDraft>().PlayNext(stoppingToken);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException) { Stopped(log, fault); }
            catch (OperationCanceledException) { /* the host stops */ }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A rehearsal of rules stopped; it is tried again at the next tick")]
    private static partial void Stopped(ILogger logger, Exception fault);
}

/// <summary>Rung when a rehearsal was asked for, so that nobody waits for the next tick.</summary>
internal sealed class RehearsalBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try { if (_rung.CurrentCount == 0) _rung.Release(); }
        catch (SemaphoreFullException) { /* already ringing */ }
    }

    public Task Wait(TimeSpan atMost, CancellationToken ct) => _rung.WaitAsync(atMost, ct);

    public void Dispose() => _rung.Dispose();
}
