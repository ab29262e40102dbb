using System.Data.Common;
using Anef.Applications.ReceiveCivilStatus;
using Anef.Attestations.Persistence;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Integration.Coverage;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Together;

/// <summary>Between the instant at which the sweep reads whom to renew and the one at which it writes, an office tells something new.</summary>
[CancelAfter(60_000)]
public sealed class FactsThatChangeMeanwhile(DatabaseProvider provider) : OnEachProvider(provider)
{
    [Test]
    public async Task Are_what_the_next_document_states()
    {
        var meanwhile = new Meanwhile();
        await using var house = await Build(configure: builder =>
        {
            Applicants.WithoutPost(builder);
            builder.Services.ConfigureDbContext<AttestationsDb>(options => options.AddInterceptors(meanwhile));
        });
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

    /// <summary>Does something once, when a transaction is about to begin.</summary>
    private sealed class Meanwhile : DbTransactionInterceptor
    {
        public Func<Task>? Do { get; set; }

        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            var deed = Do;
            Do = null;
            if (deed is not null) await deed();
            return result;
        }
    }
}
