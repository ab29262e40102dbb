using Anef.Attestations.Persistence;
using Anef.SharedKernel.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Anef.Attestations.Verify;

/// <summary>Writes the checks of each second in one go, and the last ones when the host stops. Only a served host has it.</summary>
internal sealed class CheckWriter(CheckBook book, IServiceScopeFactory scopes, TimeProvider clock, ILogger<CheckWriter> log) : BackgroundService
{
    private const int Batch = 5_000;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private List<Check> _unwritten = [];

    /// <remarks>By now the pages are closed: what was answered is all there.</remarks>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Write(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // A batch is not left half-way because the host stops.
            await Write(CancellationToken.None);
        }
    }

    private async Task Write(CancellationToken ct)
    {
        while (true)
        {
            if (_unwritten.Count == 0) _unwritten = book.Take(Batch);
            if (_unwritten.Count == 0) return;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<AttestationsDb>();
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                await db.BulkInsert(_unwritten, ct);
                await transaction.CommitAsync(ct);
                _unwritten = [];
            }
            catch (Exception fault)
            {
                log.LogError(fault, "{Count} checks could not be written and are kept; {Lost} found no room", _unwritten.Count, book.Lost);
                return;
            }
        }
    }
}
