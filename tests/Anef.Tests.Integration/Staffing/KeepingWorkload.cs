using System.Text.Json;
using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Domain;
using Anef.Staffing.KeepWorkload;
using Anef.Staffing.Persistence;
using Anef.Tests.Integration.Coverage;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Staffing;

[CancelAfter(120_000)]
public sealed class KeepingWorkload(DatabaseProvider provider) : OnEachProvider(provider)
{
    [Test]
    public async Task What_is_kept_by_events_is_what_is_made_anew()
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        var ordinary = await house.RenewOne();
        var late = await house.Renew(Applicants.Person("LATE", heldUntil: new(2026, 4, 20)));
        var incomplete = await house.Renew(Applicants.Person("INCOMPLETE"), "VIECOM");
        var granted = await house.Renew(Applicants.Person("GRANTED"));
        await house.Drain();
        house.GoTo(new(2026, 4, 26));
        await house.Day();
        await house.Ask<SignDecision.Request, Done>(new(granted.Application, DecisionOutcome.Grant, []));
        await house.Ask<NotifyDecision.Request, Done>(new(granted.Application));
        await house.Day();

        var byEvents = await Rows(house);
        await using (var scope = house.Scope())
            Assert.That(await scope.ServiceProvider.GetRequiredService<RebuildWorkload>().Run(_ => { }, default), Is.EqualTo(4));
        Assert.That(await Rows(house), Is.EqualTo(byEvents));
        Assert.That(byEvents, Has.Length.GreaterThan(1000));

        await using var looked = house.Scope();
        var files = await looked.ServiceProvider.GetRequiredService<StaffingDb>().Files.ToDictionaryAsync(f => f.Id);
        Assert.That((files[ordinary.Application].Step, files[ordinary.Application].CoverEndDay, files[ordinary.Application].OnTop), Is.EqualTo((Step.ToCheck, (int?)null, false)), "a next document is issued unasked");
        Assert.That((files[late.Application].CoverEndDay, files[late.Application].OnTop), Is.EqualTo(((int?)new DateOnly(2026, 4, 20).DayNumber, true)), "nothing follows by itself");
        Assert.That((files[incomplete.Application].Step, files[incomplete.Application].OnTop), Is.EqualTo((Step.WaitingForPerson, true)));
        Assert.That(files[granted.Application].Step, Is.EqualTo(Step.ToHandOver));
    }

    private static async Task<string> Rows(AnefHouse house)
    {
        await using var scope = house.Scope();
        var db = scope.ServiceProvider.GetRequiredService<StaffingDb>();
        return JsonSerializer.Serialize(new
        {
            Files = (await db.Files.OrderBy(f => f.Id).ToListAsync()).Select(f => new { f.Id, f.Number, f.Prefecture, f.Procedure, f.Step, f.Open, f.CoverEndDay, f.LegalDay, f.SinceDay, f.InDanger, f.AtWork, f.OnTop, f.Score, f.ScoredDay, f.Tasks }),
            Stays = await db.Stays.OrderBy(s => s.ApplicationId).ThenBy(s => s.Sequence).ToListAsync(),
            Attestations = await db.Attestations.OrderBy(a => a.Number).ToListAsync(),
            Gaps = await db.Gaps.OrderBy(g => g.PersonId).ToListAsync(),
            Permits = await db.Permits.OrderBy(p => p.PersonId).ToListAsync(),
        });
    }
}
