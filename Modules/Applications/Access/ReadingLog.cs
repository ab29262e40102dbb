using System.Collections.Concurrent;
using Anef.Applications.Contracts;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Prefectures;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Applications.Access;

/// <summary>Writes down who opens files. Whoever opens one waits until it is on the disk; those who come together share one write.</summary>
internal sealed class ReadingLog(IServiceScopeFactory scopes, PrefectureCatalog prefectures) : IDisposable
{
    /// <summary>What was told already, of the last days: who works or calls all day is told once. After a start it is told again, which changes nothing.</summary>
    private readonly Dictionary<IEvent, DateOnly> _told = [];
    private DateOnly _newest;
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
            var news = batch.SelectMany(e => Facts(e.Reading)).Where(f => !_told.ContainsKey(f.Fact)).Distinct().ToList();
            foreach (var (fact, _) in news) db.Publish(fact);
            // Not the caller's token: others wait for this write too.
            await db.SaveChangesAsync(CancellationToken.None);
            foreach (var entry in batch) entry.Written = true;
            Remember(news);
        }
        catch
        {
            foreach (var entry in batch) _waiting.Enqueue(entry);
            throw;
        }
    }

    private IEnumerable<(IEvent Fact, DateOnly Day)> Facts(FileReading line)
    {
        if (DeskNews.Worked(line, prefectures) is { } worked) yield return (worked, worked.Day);
        if (DeskNews.Received(line, prefectures) is { } received) yield return (received, received.Day);
    }

    private void Remember(List<(IEvent Fact, DateOnly Day)> news)
    {
        foreach (var (fact, day) in news)
        {
            _told[fact] = day;
            if (day <= _newest) continue;
            _newest = day;
            foreach (var old in _told.Where(t => t.Value < day.AddDays(-1)).Select(t => t.Key).ToList()) _told.Remove(old);
        }
    }

    private sealed class Entry(FileReading reading)
    {
        public FileReading Reading { get; } = reading;

        public bool Written { get; set; }
    }
}
