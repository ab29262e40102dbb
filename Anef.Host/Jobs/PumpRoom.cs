using Anef.SharedKernel.Outbox;

namespace Anef.Host.Jobs;

/// <summary>Keeps the pumps going: when the bell rings, and every few seconds.</summary>
internal sealed class PumpRoom(IServiceScopeFactory scopes, PumpBell bell, FirstAnswers first, ILogger<PumpRoom> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await first.Given(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            var more = false;
            await using (var scope = scopes.CreateAsyncScope())
                foreach (var pump in scope.ServiceProvider.GetServices<IPump>())
                    more |= await Try(pump, stoppingToken);
            if (!more) await bell.Wait(Tick, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> Try(IPump pump, CancellationToken ct)
    {
        try { return await pump.Pump(ct); }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "{Pump} stopped; it goes on at the next tick", pump.GetType().Name);
            return false;
        }
        catch (OperationCanceledException) { return false; }
    }
}
