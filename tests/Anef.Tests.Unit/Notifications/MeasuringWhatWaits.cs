using System.Diagnostics.Metrics;
using Anef.Notifications.SendMessages;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Unit.Notifications;

internal sealed class MeasuringWhatWaits
{
    [Test]
    public async Task The_oldest_unsent_message_has_an_age_until_it_is_sent()
    {
        await using var room = new Mailroom();
        var meter = await room.Ask(s => Task.FromResult(s.GetRequiredService<SendingMeter>()));
        var (ages, sent) = (new List<double>(), 0L);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) => { if (instrument.Meter == meter.Meter) l.EnableMeasurementEvents(instrument); };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => ages.Add(value));
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => sent += value);
        listener.Start();

        listener.RecordObservableInstruments();
        await room.Announce();
        room.Clock.Advance(TimeSpan.FromMinutes(3));
        await room.Announce(new(2026, 10, 2));
        listener.RecordObservableInstruments();
        await room.Pump();
        listener.RecordObservableInstruments();

        Assert.That(ages, Is.EqualTo(new[] { 0.0, 180, 0 }));
        Assert.That(sent, Is.EqualTo(2));
    }
}
