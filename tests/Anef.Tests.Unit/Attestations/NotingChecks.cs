using Anef.Attestations.Contracts;
using Anef.Attestations.Verify;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Anef.Tests.Unit.Attestations;

internal sealed class NotingChecks
{
    [Test]
    public async Task Each_check_is_there_for_the_holder_once_the_second_is_over()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Extension(new(2026, 10, 1), new(2026, 12, 31)));
        var writer = counter.Services.GetServices<IHostedService>().OfType<CheckWriter>().Single();
        await writer.StartAsync(default);
        for (var i = 0; i < 3; i++) await counter.Verify(attestation.Number);
        await counter.Verify("7K2M-9QXV-4T8W-H3P");
        var lines = await Seen(counter, 3);
        await writer.StopAsync(default);
        Assert.That(lines, Has.Count.EqualTo(3).And.All.EqualTo(new CheckSummary(attestation.Number, new DateTimeOffset(2026, 10, 1, 8, 0, 0, TimeSpan.Zero), "valid")));
    }

    [Test]
    public async Task The_last_ones_are_written_when_the_host_stops()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Extension(new(2026, 10, 1), new(2026, 12, 31)));
        var writer = counter.Services.GetServices<IHostedService>().OfType<CheckWriter>().Single();
        await writer.StartAsync(default);
        await counter.Verify(attestation.Number);
        await writer.StopAsync(default);
        Assert.That(await Lines(counter), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Where_nothing_is_served_nothing_is_written()
    {
        await using var counter = new Counter();
        var attestation = await counter.Keep(Counter.Extension(new(2026, 10, 1), new(2026, 12, 31)));
        await counter.Verify(attestation.Number);
        counter.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await counter.With(db => db.Set<Check>().CountAsync()), Is.Zero);
    }

    /// <summary>Seconds pass until the checks are there.</summary>
    private static async Task<IReadOnlyList<CheckSummary>> Seen(Counter counter, int count)
    {
        while (true)
        {
            if (await Lines(counter) is { } lines && lines.Count >= count) return lines;
            counter.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    private static Task<IReadOnlyList<CheckSummary>> Lines(Counter counter) =>
        counter.Ask<IReadOnlyList<CheckSummary>, IAttestations>(a => a.ChecksOf(Counter.Hop, default));
}
