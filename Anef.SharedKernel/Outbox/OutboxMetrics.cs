using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Anef.SharedKernel.Outbox;

/// <summary>How old the oldest fact is that could be delivered now, by module.</summary>
public sealed class OutboxMetrics : IDisposable
{
    private readonly Meter _meter = new("Anef.Outbox");
    private readonly ConcurrentDictionary<string, double> _ages = new();

    /// <summary>Starts the gauge <c>anef_outbox_age_seconds</c>.</summary>
    public OutboxMetrics() => _meter.CreateObservableGauge("anef_outbox_age_seconds",
        () => _ages.Select(age => new Measurement<double>(age.Value, new KeyValuePair<string, object?>("module", age.Key))), unit: "s");

    /// <summary>Notes what a courier found.</summary>
    public void Age(string module, TimeSpan oldest) => _ages[module] = oldest.TotalSeconds;

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
