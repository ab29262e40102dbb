using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Attestations.Contracts;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Coverage;

[CancelAfter(120_000)]
public sealed class SweepingTheNight(DatabaseProvider provider) : OnEachProvider(provider)
{
    private const int People = 200;
    private static readonly DateOnly FirstUntil = new(2026, 8, 10);

    [Test]
    public async Task Gives_each_their_next_document_the_lead_days_ahead_and_once()
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        var applicants = await house.Multiply(await house.RenewOne(), People);
        house.GoTo(Applicants.DueOn.AddDays(-1));
        await house.Day();
        Assert.That(await house.OfPeople(), Is.Empty, "on the eve nothing is due");

        house.GoTo(Applicants.DueOn);
        await house.Day();
        await house.Day();
        var chains = await house.OfPeople();
        Assert.That(chains.Select(c => c.Key), Is.EquivalentTo(applicants.Select(a => a.Person)));
        Assert.That(chains.Select(c => c.Single()).Select(a => (a.Kind, a.ValidFrom, a.ValidUntil)).Distinct(),
            Is.EqualTo(new[] { (AttestationKind.Extension, Applicants.HeldUntil.AddDays(1), (DateOnly?)FirstUntil) }));
        await AssertTold(house, People, successors: 0);

        house.GoTo(FirstUntil.AddDays(-15));
        await house.Day();
        Assert.That((await house.OfPeople()).Select(c => c.Count()).Distinct(), Is.EqualTo(new[] { 2 }));
        await house.AssertUnbroken();
        await AssertTold(house, 2 * People, successors: People);
    }

    [Test]
    public async Task Passes_over_whoever_is_owed_none()
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        var ordinary = await house.RenewOne();
        var incomplete = await house.Renew(Applicants.Person("INCOMPLETE"), "VIECOM");
        var late = await house.Renew(Applicants.Person("LATE", heldUntil: new(2026, 4, 20)));
        var granted = await Decided(house, "GRANTED", DecisionOutcome.Grant);
        var refused = await Decided(house, "REFUSED", DecisionOutcome.Refuse);
        await house.Drain();
        for (var day = Applicants.DueOn.AddDays(-20); day <= Applicants.HeldUntil; day = day.AddDays(1))
        {
            house.GoTo(day);
            await house.Day();
        }

        Assert.That((await house.OfPeople()).Select(c => c.Key), Is.EqualTo(new[] { ordinary.Person }));
        Assert.That((await house.Told<CoverageEnding>()).Select(e => (e.PersonId, e.Reason)), Is.EquivalentTo(new[] { (incomplete.Person, "incomplete"), (late.Person, "late") }));
        Assert.That((await house.Issued()).Where(a => a.Kind == AttestationKind.FavourableDecision).Select(a => a.PersonId), Is.EqualTo(new[] { granted.Person }));
        Assert.That((await house.Issued()).Where(a => a.PersonId == refused.Person).Select(a => a.Kind), Is.EqualTo(new[] { AttestationKind.FilingConfirmation }));
    }

    private static async Task<Applicant> Decided(AnefHouse house, string name, DecisionOutcome outcome)
    {
        var applicant = await house.Renew(Applicants.Person(name));
        await house.Ask<SignDecision.Request, Done>(new(applicant.Application, outcome, []));
        await house.Ask<NotifyDecision.Request, Done>(new(applicant.Application));
        return applicant;
    }

    private static async Task AssertTold(AnefHouse house, int times, int successors)
    {
        var told = (await house.Told<AttestationIssued>()).Where(a => Chains.InChain(a.Kind)).ToList();
        Assert.That(told.Select(a => a.Number), Is.EquivalentTo((await house.OfPeople()).SelectMany(c => c).Select(a => a.Number)));
        Assert.That((told.Count, told.Count(a => a.Successor)), Is.EqualTo((times, successors)));
    }
}
