using Anef.Attestations.Contracts;
using Anef.Attestations.RenewDue;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Integration.Coverage;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Integration.Killed;

/// <summary>A host that is a process of its own, killed in the middle of its sweep, and another started in its place.</summary>
[CancelAfter(180_000)]
public sealed class KilledWhileSweeping(DatabaseProvider provider) : OnEachProvider(provider)
{
    /// <summary>Some chunks of the sweep, so that it can be met between two of them.</summary>
    private const int People = 6 * BulkRenewal.Chunk;

    [Test]
    public async Task It_leaves_whole_chunks_and_the_next_one_issues_the_rest_and_nothing_twice(CancellationToken ct)
    {
        await using var night = await Night.Prepare(Provider, People);
        var house = night.House;
        var first = await night.Start(ct);
        await Night.Until(async () => await Issued() > 0, ct);
        await first.Kill();
        var left = await Issued();
        TestContext.Out.WriteLine($"killed after {left} of {People}");
        Assert.That(left, Is.LessThan(People), "it was killed in the middle");
        Assert.That(left % BulkRenewal.Chunk, Is.Zero);
        Assert.That(await Told(), Is.EqualTo(left), "what is issued is told in the same transaction");

        // A start delivers before it sweeps. What becomes of that when a host is killed is KilledWhileDelivering's to show; here it would take its time.
        await house.Look(db => db.Deliveries.ExecuteDeleteAsync(ct));
        await night.Start(ct);
        await Night.Until(async () => await Issued() == People, ct);
        Assert.That(await house.Look(db => db.Attestations.Where(a => a.Kind == AttestationKind.Extension).Select(a => a.PersonId).Distinct().CountAsync(ct)), Is.EqualTo(People), "one each");
        Assert.That(await house.Look(db => db.Attestations.Where(a => a.Kind == AttestationKind.Extension).Select(a => a.ValidFrom).Distinct().ToListAsync(ct)), Is.EqualTo(new[] { night.NextFrom }));
        Assert.That(await house.Look(db => db.Attestations.Select(a => a.Number).Distinct().CountAsync(ct)), Is.EqualTo(await house.Look(db => db.Attestations.CountAsync(ct))));
        Assert.That(await house.Look(db => db.Gaps.AnyAsync(ct)), Is.False);
        Assert.That(await Told(), Is.EqualTo(People));

        Task<int> Issued() => house.Look(db => db.Attestations.CountAsync(a => a.Kind == AttestationKind.Extension, ct));
        Task<int> Told() => house.Look(db => db.Outbox.CountAsync(m => m.Type == typeof(AttestationIssued).FullName && m.Body.Contains("extension"), ct));
    }
}
