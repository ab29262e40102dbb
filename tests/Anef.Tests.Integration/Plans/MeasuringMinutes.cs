using Anef.Applications.Access;
using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.Persistence;
using Anef.Applications.WorkOnFile;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.KeepWorkload;
using Anef.Staffing.Persistence;
using Anef.Tests.Integration.Coverage;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Plans;

/// <summary>How long an officer had a file in hand, as the log of openings tells it.</summary>
[CancelAfter(120_000)]
public sealed class MeasuringMinutes(DatabaseProvider provider) : OnEachProvider(provider)
{
    private static readonly Visitor Officer = TestAccess.Agent(Role.CaseOfficer, "93");

    [Test]
    public async Task They_are_kept_once_it_is_decided_and_found_again_when_made_anew()
    {
        await using var house = await Build(configure: Applicants.WithoutPost);
        var (worked, waved) = (await house.RenewOne(), await house.Renew(Applicants.Person("WAVED")));
        await house.Drain();
        house.GoTo(new(2026, 4, 26));
        await using (var scope = house.Scope())
        {
            Assert.That(await scope.ServiceProvider.GetRequiredService<FileDoor>().TryOpen(Officer, worked.Application, Sight.Everything, "file", default));
            house.Clock.Advance(TimeSpan.FromMinutes(7));
        }
        foreach (var file in new[] { worked, waved }) await Sign(house, file);
        Assert.That(await Seconds(house), Is.All.Null, "nobody was told of it yet");
        foreach (var file in new[] { worked, waved }) await house.Ask<NotifyDecision.Request, Done>(new(file.Application));
        await house.Drain();
        var kept = await Seconds(house);
        Assert.That(kept, Is.EquivalentTo(new int?[] { 7 * 60, null }), "one was signed unopened");

        await using var again = house.Scope();
        await again.ServiceProvider.GetRequiredService<StaffingDb>().Stays.Where(s => s.OfficerSeconds != null).ExecuteUpdateAsync(set => set.SetProperty(s => s.OfficerSeconds, (int?)1));
        await again.ServiceProvider.GetRequiredService<RebuildWorkload>().Run(_ => { }, default);
        Assert.That(await Seconds(house), Is.EqualTo(kept));

        await again.ServiceProvider.GetRequiredService<ApplicationsDb>().Set<FileReading>().ExecuteDeleteAsync();
        await again.ServiceProvider.GetRequiredService<RebuildWorkload>().Run(_ => { }, default);
        Assert.That(await Seconds(house), Is.EqualTo(kept), "when the log that told it is destroyed at its term");
    }

    private static async Task Sign(AnefHouse house, Applicant file)
    {
        await using var scope = house.Scope();
        var number = await scope.ServiceProvider.GetRequiredService<StaffingDb>().Files.Where(f => f.Id == file.Application).Select(f => f.Number).SingleAsync();
        await scope.ServiceProvider.GetRequiredService<FileWork>().Do(Officer, number, null, "sign", async f => await house.Ask<SignDecision.Request, Done>(new(f.Id, DecisionOutcome.Grant, [])), default);
    }

    private static async Task<List<int?>> Seconds(AnefHouse house)
    {
        await using var scope = house.Scope();
        return await scope.ServiceProvider.GetRequiredService<StaffingDb>().Stays.AsNoTracking().OrderBy(s => s.ApplicationId).Select(s => s.OfficerSeconds).ToListAsync();
    }
}
