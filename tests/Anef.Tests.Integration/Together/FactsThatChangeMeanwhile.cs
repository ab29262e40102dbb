using Anef.Applications.ReceiveCivilStatus;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Integration.Coverage;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Integration.Together;

/// <summary>Between the instant at which the sweep reads whom to renew and the one at which it writes, an office tells something new.</summary>
[CancelAfter(60_000)]
public sealed class FactsThatChangeMeanwhile(DatabaseProvider provider) : OnEachProvider(provider)
{
    [Test]
    public async Task Are_what_the_next_document_states()
    {
        var meanwhile = new Meanwhile();
        await using var house = await Build(configure: meanwhile.ConfigureHouse);
        var applicant = await house.RenewOne("DECLARED");
        house.GoTo(Applicants.DueOn);
        meanwhile.Do = async () =>
        {
            await house.Ask<ReceiveCivilStatus.Request, Done>(new(applicant.Application, Definitive: true,
                new(2, "ESTABLISHED", "Camille", new(1990, 1, 1), null, "TN", null, null, Provisional: false)));
            await house.Drain();
        };
        await SweepingTogether.Sweep(house);

        Assert.That(meanwhile.Do is null, Is.True, "it happened in the middle");
        var issued = (await house.OfPeople())[applicant.Person].Single();
        Assert.That(await house.Look(db => db.Bases.Where(b => b.Id == issued.BasisId).Select(b => b.Surname).SingleAsync()), Is.EqualTo("ESTABLISHED"));
    }
}
