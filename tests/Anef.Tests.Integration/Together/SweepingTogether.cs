using Anef.Attestations.Contracts;
using Anef.Attestations.RenewDue;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Integration.Coverage;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Together;

[CancelAfter(120_000)]
public sealed class SweepingTogether(DatabaseProvider provider) : OnEachProvider(provider)
{
    /// <summary>More than one chunk of the sweep.</summary>
    private const int People = BulkRenewal.Chunk + 500;

    [Test]
    public async Task Two_hosts_give_each_person_one_document(CancellationToken ct)
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        await using var twin = house.Twin(Applicants.WithoutPost);
        await house.Multiply(await house.RenewOne(), People);
        house.GoTo(Applicants.DueOn);
        await AtOnce.Do(ct, () => Sweep(house), () => Sweep(twin), () => Sweep(house), () => Sweep(twin));

        var chains = await house.OfPeople();
        Assert.That((chains.Count, chains.Max(c => c.Count())), Is.EqualTo((People, 1)));
        Assert.That((await house.Told<AttestationIssued>()).Count(a => Chains.InChain(a.Kind)), Is.EqualTo(People));
        await house.AssertUnbroken();
    }

    [Test]
    public async Task Two_hosts_that_come_late_give_each_person_one_document_and_own_up_once(CancellationToken ct)
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        await using var twin = house.Twin(Applicants.WithoutPost);
        var applicants = await house.Multiply(await house.RenewOne(), 60);
        house.GoTo(Applicants.HeldUntil.AddDays(10));
        await AtOnce.Do(ct, () => Sweep(house), () => Sweep(twin));

        Assert.That((await house.OfPeople()).Select(c => c.Count()).ToList(), Is.EqualTo(Enumerable.Repeat(1, applicants.Count)));
        Assert.That((await house.Told<CoverageGap>()).Select(g => g.PersonId), Is.EquivalentTo(applicants.Select(a => a.Person)));
        Assert.That((await house.Issued()).Count(a => a.Kind == AttestationKind.Continuity), Is.EqualTo(applicants.Count));
    }

    internal static async Task Sweep(AnefHouse house)
    {
        await using var scope = house.Scope();
        await scope.ServiceProvider.GetRequiredService<RenewAttestations>().Run(house.Clock.CivilDay(CivilTime.Paris), CancellationToken.None);
    }
}
