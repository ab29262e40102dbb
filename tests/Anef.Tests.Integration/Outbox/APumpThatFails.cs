using Anef.Host.Jobs;
using Anef.SharedKernel.Outbox;
using Anef.Tests.Integration.Coverage;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Outbox;

/// <summary>Whatever is wrong with what is delivered between the jobs of a day.</summary>
[CancelAfter(60_000)]
public sealed class APumpThatFails
{
    [Test]
    public async Task Does_not_keep_a_start_from_sweeping()
    {
        await using var house = await AnefHouse.Build(configure: builder => builder.Services.AddSingleton<Leak>().AddSingleton<IPump>(s => s.GetRequiredService<Leak>()));
        await house.RenewOne();
        house.GoTo(Applicants.DueOn);
        house.Services.GetRequiredService<Leak>().Open = true;
        await house.Services.GetRequiredService<CatchUp>().RunDay(null, CancellationToken.None);

        Assert.That(await house.OfPeople(), Has.Count.EqualTo(1));
        Assert.That(house.Faults, Has.Some.Contains("no water"));
    }

    private sealed class Leak : IPump
    {
        public bool Open { get; set; }

        public Task<bool> Pump(CancellationToken ct) => Open ? throw new InvalidOperationException("no water") : Task.FromResult(false);
    }
}
