using System.Diagnostics;
using System.Text.Json;
using Anef.Procedures.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Anef.Procedures.Persistence;

/// <summary>The embedded rules joined by the published ones, in memory: read when first asked for, then at most once a minute while a host serves.</summary>
/// <remarks>
/// A command keeps the rules that it began with: what it makes is of one piece, and it waits for nobody who writes.
/// Age is measured on the machine's own clock, not on <see cref="TimeProvider"/>: in a rehearsal that plays a year
/// in a second, each day would otherwise cost a query. Another host learns of a publication within the minute.
/// </remarks>
internal sealed partial class RulesInForce(IServiceScopeFactory scopes, IHostApplicationLifetime host, ILogger<RulesInForce> log) : IRules
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);
    private readonly RuleBook _embedded = EmbeddedRules.Read();
    private readonly Lock _reading = new();
    private volatile RuleBook? _current;
    private List<Guid> _known = [];
    private long _readAt;

    public RuleBook Current
    {
        get
        {
            if (_current is { } book)
            {
                if (host.ApplicationStarted.IsCancellationRequested && Stopwatch.GetElapsedTime(Interlocked.Read(ref _readAt)) > MaxAge) RefreshIfNobodyDoes();
                return _current ?? book;
            }
            lock (_reading)
                if (_current is null) Read();
            return _current!;
        }
    }

    public void Refresh()
    {
        lock (_reading) Read();
    }

    private void RefreshIfNobodyDoes()
    {
        if (!_reading.TryEnter()) return;
        try { Read(); }
        // The rules known until now are better than none; the next minute tries again.
        catch (Exception fault) when (fault is not OutOfMemoryException) { NotRefreshed(log, fault); }
        finally
        {
            Interlocked.Exchange(ref _readAt, Stopwatch.GetTimestamp());
            _reading.Exit();
        }
    }

    private void Read()
    {
        using var scope = scopes.CreateScope();
        var rules = scope.ServiceProvider.GetRequiredService<ProceduresDb>().PublishedRules.AsNoTracking();
        var ids = rules.OrderBy(r => r.Family).ThenBy(r => r.Version).Select(r => r.Id).ToList();
        if (_current is null || !ids.SequenceEqual(_known))
        {
            var published = ids.Count == 0 ? [] : rules.OrderBy(r => r.Family).ThenBy(r => r.Version).ToList();
            _current = _embedded.With(published.Select(Parsed));
            _known = [.. published.Select(r => r.Id)];
        }
        Interlocked.Exchange(ref _readAt, Stopwatch.GetTimestamp());
    }

    private static RuleVersion Parsed(PublishedRule rule)
    {
        try { return RuleFamilies.Parse(rule.Family, rule.Body); }
        catch (JsonException fault)
        {
            throw new InvalidOperationException($"Published rules {rule.Family} v{rule.Version} cannot be read: {fault.Message}", fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Published rules could not be read again; those known stay in force")]
    private static partial void NotRefreshed(ILogger logger, Exception fault);
}
