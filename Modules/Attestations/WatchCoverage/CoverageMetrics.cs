using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Anef.Attestations.WatchCoverage;

/// <summary>What operators watch: people without a valid document (the target is zero), documents issued, how long the sweep takes.</summary>
internal sealed class CoverageMetrics : IDisposable
{
    private readonly Counter<long> _issued;
    private readonly Histogram<double> _sweep;
    private readonly ConcurrentDictionary<string, int> _uncovered = new();

    public CoverageMetrics()
    {
        _issued = Meter.CreateCounter<long>("anef_attestations_issued", description: "Documents issued by the sweep");
        _sweep = Meter.CreateHistogram<double>("anef_sweep_duration_seconds", unit: "s", description: "Duration of a renewal sweep");
        Meter.CreateObservableGauge("anef_uncovered_people", () => _uncovered.Select(z => new Measurement<int>(z.Value, new KeyValuePair<string, object?>("zone", z.Key))),
            description: "People with a complete, in-time, undecided request and nothing valid");
    }

    public Meter Meter { get; } = new("Anef.Attestations");

    public void Swept(string zone, int issued, TimeSpan took)
    {
        _issued.Add(issued, new KeyValuePair<string, object?>("zone", zone));
        _sweep.Record(took.TotalSeconds, new KeyValuePair<string, object?>("zone", zone));
    }

    public void Uncovered(string zone, int people) => _uncovered[zone] = people;

    public void Dispose() => Meter.Dispose();
}
