using System.Collections.Concurrent;
using Anef.Applications.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Applications.Access;

/// <summary>Writes down who opens files. Whoever opens one waits until it is on the disk; those who come together share one write.</summary>
internal sealed class ReadingLog(IServiceScopeFactory scopes) : IDisposable
{
    private readonly ConcurrentQueue<Entry> _waiting = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Records it, or throws: what cannot be recorded is not shown.</summary>
    public async Task Record(FileReading reading, CancellationToken ct)
    {
        var entry = new Entry(reading);
        _waiting.Enqueue(entry);
        await _turn.WaitAsync(ct);
        try
        {
            if (!entry.Written) await WriteAll();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task WriteAll()
    {
        var batch = new List<Entry>();
        while (_waiting.TryDequeue(out var entry)) batch.Add(entry);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ApplicationsDb>();
            db.AddRange(batch.Select(e => e.Reading));
            // Not the caller's token: others wait for this write too.
            await db.SaveChangesAsync(CancellationToken.None);
            foreach (var entry in batch) entry.Written = true;
        }
        catch
        {
            foreach (var entry in batch) _waiting.Enqueue(entry);
            throw;
        }
    }

    private sealed class Entry(FileReading reading)
    {
        public FileReading Reading { get; } = reading;

        public bool Written { get; set; }
    }
}
