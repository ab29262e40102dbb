using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.SharedKernel.Delivery;

/// <summary>Whether facts arrive, by module: how old the oldest is that could be delivered now, and how many keep failing.</summary>
public sealed class OutboxMetrics : IDisposable
{
    private readonly ConcurrentDictionary<string, double> _ages = new();
    private readonly IServiceScopeFactory _scopes;
    private readonly ModuleDbCatalog _modules;

    /// <summary>Starts the gauges <c>anef_outbox_age_seconds</c> and <c>anef_outbox_stuck</c>.</summary>
    public OutboxMetrics(IServiceScopeFactory scopes, ModuleDbCatalog modules)
    {
        (_scopes, _modules) = (scopes, modules);
        Meter.CreateObservableGauge("anef_outbox_age_seconds",
            () => _ages.Select(age => new Measurement<double>(age.Value, new KeyValuePair<string, object?>("module", age.Key))), unit: "s");
        Meter.CreateObservableGauge("anef_outbox_stuck", Stuck, description: "Deliveries that failed so often that somebody has to look");
    }

    /// <summary>Of this house alone.</summary>
    public Meter Meter { get; } = new("Anef.Outbox");

    /// <summary>Notes what a courier found.</summary>
    public void Age(string module, TimeSpan oldest) => _ages[module] = oldest.TotalSeconds;

    /// <inheritdoc/>
    public void Dispose() => Meter.Dispose();

    /// <summary>Asked at each reading: a courier that stands still could not say so itself.</summary>
    private List<Measurement<int>> Stuck()
    {
        using var scope = _scopes.CreateScope();
        return [.. _modules.All.Select(module => new Measurement<int>(
            ((ModuleDb)scope.ServiceProvider.GetRequiredService(module)).Deliveries.Count(d => d.Attempts >= EventCourier.StuckAfter),
            new KeyValuePair<string, object?>("module", module.Name)))];
    }
}
