using Anef.Attestations.Contracts;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Coverage;

/// <summary>The program stood still over the day on which documents were due.</summary>
[CancelAfter(120_000)]
public sealed class SweepingAfterAnOutage(DatabaseProvider provider) : OnEachProvider(provider)
{
    private const int People = 20;
    private static readonly DateOnly FirstMissing = Applicants.HeldUntil.AddDays(1);

    [Test]
    public async Task That_ended_before_anybody_was_uncovered_shows_nowhere()
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        await house.Multiply(await house.RenewOne(), People);
        house.GoTo(Applicants.HeldUntil);
        await house.Day();

        Assert.That((await house.OfPeople()).Select(c => c.Single().ValidFrom).ToList(), Is.EqualTo(Enumerable.Repeat(FirstMissing, People)));
        Assert.That(await house.Told<CoverageGap>(), Is.Empty);
        Assert.That(await house.Told<TaskRaised>(), Is.Empty);
    }

    [Test]
    public async Task That_left_days_uncovered_is_mended_and_owned_up_to()
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        var applicants = await house.Multiply(await house.RenewOne(), People);
        var today = FirstMissing.AddDays(9);
        house.GoTo(today);
        await house.Day();
        await house.Day();

        var people = applicants.Select(a => a.Person).ToList();
        Assert.That((await house.OfPeople()).Select(c => c.Single()).Select(a => (a.ValidFrom, a.ValidUntil)).Distinct(), Is.EqualTo(new[] { (FirstMissing, (DateOnly?)new DateOnly(2026, 8, 10)) }));
        var statements = (await house.Issued()).Where(a => a.Kind == AttestationKind.Continuity).ToList();
        Assert.That(statements.Select(a => a.PersonId), Is.EquivalentTo(people));
        Assert.That(statements.Select(a => (a.ValidFrom, a.ValidUntil)).Distinct(), Is.EqualTo(new[] { (FirstMissing, (DateOnly?)today.AddDays(-1)) }));
        Assert.That(await house.Told<CoverageGap>(), Is.EquivalentTo(applicants.Select(a => new CoverageGap(a.Person, a.Application, FirstMissing, today.AddDays(-1)))));
        Assert.That((await house.Told<TaskRaised>()).Where(t => t.Task == "coverageRisk").Select(t => t.PersonId), Is.EquivalentTo(people));
    }

    [Test]
    public async Task That_lasted_longer_than_a_document_is_caught_up_without_a_hole()
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        await house.Multiply(await house.RenewOne(), People);
        var today = FirstMissing.AddMonths(14);
        house.GoTo(today);
        await house.Day();

        var chains = await house.OfPeople();
        Assert.That(chains.Select(c => (c.Count(), c.First().ValidFrom)).Distinct(), Is.EqualTo(new[] { (5, FirstMissing) }));
        Assert.That(chains.Select(c => c.Last().ValidUntil).Min(), Is.GreaterThan(today));
        await house.AssertUnbroken();
    }

    [Test]
    public async Task That_missed_some_of_a_document_s_life_does_not_move_the_next_one()
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        await house.Multiply(await house.RenewOne(), People);
        foreach (var day in new[] { Applicants.DueOn, new(2026, 8, 9), new(2026, 11, 12) })
        {
            house.GoTo(day);
            await house.Day();
        }

        Assert.That((await house.OfPeople()).Select(c => string.Join(' ', c.Select(a => $"{a.ValidUntil:MMdd}"))).Distinct(), Is.EqualTo(new[] { "0810 1110 0210" }));
        Assert.That((await house.Told<CoverageGap>()).Select(g => (g.From, g.To)).Distinct(), Is.EqualTo(new[] { (new DateOnly(2026, 11, 11), new DateOnly(2026, 11, 11)) }));
        await house.AssertUnbroken();
    }
}
