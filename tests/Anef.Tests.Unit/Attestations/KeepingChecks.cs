using Anef.Applications.Contracts;
using Anef.Attestations.Domain;
using Anef.Attestations.KeepChecks;
using Anef.Attestations.Verify;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;
using NSubstitute;

namespace Anef.Tests.Unit.Attestations;

internal sealed class KeepingChecks
{
    [Test]
    public async Task They_are_forgotten_after_a_year_and_registered_without_a_name()
    {
        await using var counter = new Counter();
        await Checked(counter);
        await Night(counter, new(2027, 9, 30));
        Assert.That(await Checks(counter), Is.EqualTo(1));
        await Night(counter, new(2027, 10, 1));
        Assert.That(await Checks(counter), Is.Zero);
        Assert.That(await counter.With(db => db.Set<Destruction>().Select(d => new { d.Thing, d.On, d.Count }).SingleAsync()), Is.EqualTo(new { Thing = "checks", On = new DateOnly(2027, 10, 1), Count = 1 }));
    }

    [Test]
    public async Task Not_while_a_request_of_the_holder_is_under_way_or_under_a_hold()
    {
        await using var counter = new Counter();
        await Checked(counter);
        counter.Keeping.PeopleToKeep(null!, default).ReturnsForAnyArgs(new HashSet<Guid> { Counter.Hop });
        await Night(counter, new(2030, 1, 1));
        Assert.That(await Checks(counter), Is.EqualTo(1));
    }

    [Test]
    public async Task They_go_with_the_attestations_of_a_request_that_was_destroyed_and_its_numbers_are_unknown_then()
    {
        await using var counter = new Counter();
        var attestation = await Checked(counter);
        await counter.Ask<int, FollowTheFile>(async f => { await f.Handle(new FileDestroyed(Counter.Hop, Counter.Request), default); return 0; });
        Assert.That(await counter.With(async db => (await db.Attestations.CountAsync(), await db.Bases.CountAsync(), await db.Set<Check>().CountAsync())), Is.EqualTo((0, 0, 0)));
        Assert.That(await counter.Pdf(attestation.Number), Is.Null);
    }

    private static async Task<Attestation> Checked(Counter counter)
    {
        var attestation = await counter.Keep(Counter.Extension(new(2026, 10, 1), new(2026, 12, 31)));
        await counter.With(db =>
        {
            db.Add(new Check { AttestationId = attestation.Id, PersonId = Counter.Hop, At = counter.Clock.GetUtcNow(), Answer = AttestationStatus.Valid });
            return db.SaveChangesAsync();
        });
        return attestation;
    }

    private static Task<int> Checks(Counter counter) => counter.With(db => db.Set<Check>().CountAsync());

    private static Task<int> Night(Counter counter, DateOnly day)
    {
        counter.Clock.SetUtcNow(new(day, new(3, 45), TimeSpan.Zero));
        return counter.Ask<int, KeepChecksJob>(async job => { await job.Run(default); return 0; });
    }
}
