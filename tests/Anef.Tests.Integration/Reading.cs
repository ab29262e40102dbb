using System.Diagnostics.Metrics;

namespace Anef.Tests.Integration;

/// <summary>What an operator's program reads of one house's figures.</summary>
internal static class Reading
{
    /// <summary>The measurements of one instrument, by their tags' values.</summary>
    public static Dictionary<string, double> Of(Meter meter, string instrument)
    {
        var read = new Dictionary<string, double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (found, self) =>
        {
            if (ReferenceEquals(found.Meter, meter) && found.Name == instrument) self.EnableMeasurementEvents(found);
        };
        listener.SetMeasurementEventCallback<int>((_, value, tags, _) => read[Name(tags)] = value);
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) => read[Name(tags)] = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return read;
    }

    private static string Name(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray().Select(t => t.Value));
}
