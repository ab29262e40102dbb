using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Attestations.Contracts;
using Anef.Attestations.Domain;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Integration.Coverage;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Integration.Together;

/// <summary>Case T19: the nightly batch and an officer's notified grant at the same moment, and the batch is retried twice.</summary>
[CancelAfter(120_000)]
public sealed class T19(DatabaseProvider provider) : OnEachProvider(provider)
{
    private const int Granted = 30;
    private const int People = 300;
    private static readonly DateOnly SecondNight = new(2026, 7, 26);

    [Test]
    public async Task T19_one_chain_no_number_twice_no_hole_and_never_two_current(CancellationToken ct)
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        await using var twin = house.Twin(Applicants.WithoutPost);
        var applicants = await house.Multiply(await house.RenewOne(), People);
        var granted = applicants.Where((_, i) => i % (People / Granted) == 0).ToList();
        // The first night gave everybody a document: the one that the grant ends.
        house.GoTo(Applicants.DueOn);
        await house.Day();
        foreach (var applicant in granted) await twin.Ask<SignDecision.Request, Done>(new(applicant.Application, DecisionOutcome.Grant, []));
        await house.Drain();

        house.GoTo(SecondNight);
        (house.ToleratesFaults, twin.ToleratesFaults) = (true, true);
        await AtOnce.Do(ct, () => ThreeTimes(house), () => Grant(twin, granted), twin.Drain, house.Drain);
        // Whoever was held up by the other's lease is told once it has passed.
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        await house.Drain();

        var left = await house.Look(db => db.Deliveries.AsNoTracking().Select(d => $"{d.Handler} {d.LastError}").ToListAsync(ct));
        Assert.That(left, Is.Empty);
        var issued = (await house.Issued()).ToLookup(a => a.PersonId);
        foreach (var applicant in applicants.Except(granted)) Assert.That(issued[applicant.Person].Count(a => Chains.InChain(a.Kind)), Is.EqualTo(2));
        foreach (var applicant in granted) AssertHandedFromChainToDecision([.. issued[applicant.Person]], SecondNight);
        await house.AssertUnbroken();
    }

    [Test]
    public async Task T19_the_grant_is_notified_while_the_batch_has_read_and_not_yet_written()
    {
        var meanwhile = new Meanwhile();
        await using var house = await Build(configure: meanwhile.ConfigureHouse);
        var applicant = await SignedOnItsSecondNight(house);
        meanwhile.Do = () => Grant(house, [applicant]);
        await ThreeTimes(house);
        Assert.That(meanwhile.Do is null, Is.True, "it happened in the middle");
        AssertHandedFromChainToDecision(await house.Issued(), SecondNight);
    }

    [Test]
    public async Task T19_the_batch_writes_while_the_grant_has_read_and_not_yet_written()
    {
        var meanwhile = new Meanwhile();
        await using var house = await Build(configure: meanwhile.ConfigureHouse);
        await using var twin = house.Twin(Applicants.WithoutPost);
        var applicant = await SignedOnItsSecondNight(house);
        await house.Ask<NotifyDecision.Request, Done>(new(applicant.Application));
        house.ToleratesFaults = true;
        meanwhile.Do = () => ThreeTimes(twin);
        await house.Drain();
        Assert.That(meanwhile.Do is null, Is.True, "it happened in the middle");
        Assert.That((await house.OfPeople())[applicant.Person].Count(), Is.EqualTo(2), "the batch was first");
        AssertHandedFromChainToDecision(await house.Issued(), SecondNight);
    }

    /// <summary>Somebody who has their first document, on the night on which the second is due; the decision is signed.</summary>
    private static async Task<Applicant> SignedOnItsSecondNight(AnefHouse house)
    {
        var applicant = await house.RenewOne();
        house.GoTo(Applicants.DueOn);
        await house.Day();
        await house.Ask<SignDecision.Request, Done>(new(applicant.Application, DecisionOutcome.Grant, []));
        await house.Drain();
        house.GoTo(SecondNight);
        return applicant;
    }

    private static void AssertHandedFromChainToDecision(List<Attestation> issued, DateOnly on)
    {
        Assert.That(issued.Count(a => a.Kind == AttestationKind.FavourableDecision), Is.EqualTo(1));
        Assert.That(issued.Count(a => Chains.InChain(a.Kind)), Is.InRange(1, 2));
        for (var day = Applicants.HeldUntil.AddDays(1); day <= on.AddDays(150); day = day.AddDays(1))
        {
            var current = issued.Where(a => a.Kind != AttestationKind.FilingConfirmation && a.ValidFrom <= day && !(a.LastDay < day)).Select(a => a.Kind);
            Assert.That(current, Is.EqualTo(new[] { day < on ? AttestationKind.Extension : AttestationKind.FavourableDecision }), $"{day:O}");
        }
    }

    private static async Task ThreeTimes(AnefHouse house)
    {
        for (var attempt = 0; attempt < 3; attempt++) await SweepingTogether.Sweep(house);
    }

    private static async Task Grant(AnefHouse house, List<Applicant> granted)
    {
        foreach (var applicant in granted)
        {
            await house.Ask<NotifyDecision.Request, Done>(new(applicant.Application));
            await house.Drain();
        }
    }
}
