using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.Staffing.Domain;
using Anef.Staffing.ListWork;
using Anef.Staffing.Persistence;
using Anef.Staffing.TakeNext;
using Anef.Tests.Integration.Coverage;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Anef.Tests.Integration.Staffing;

[CancelAfter(120_000)]
public sealed class TakingTheNext(DatabaseProvider provider) : OnEachProvider(provider)
{
    private static readonly AsyncLocal<Visitor> Me = new();

    [Test]
    public async Task Forty_officers_on_two_hosts_get_forty_files_and_each_the_first_that_was_left()
    {
        await using var house = await Build(configure: AsMe);
        await using var twin = house.Twin(AsMe);
        await Fill(house, 120);
        var given = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => Next(i % 2 == 0 ? house : twin, Officer()))));
        Assert.That(given, Is.Unique.And.None.Null);

        await using var scope = house.Scope();
        var files = await scope.ServiceProvider.GetRequiredService<StaffingDb>().Files.AsNoTracking().Where(f => f.Open && f.Step != Step.WaitingForPerson && f.Step != Step.WaitingForOther).InOrder().ToListAsync();
        Assert.That(files.Take(40).Select(f => f.Number), Is.EquivalentTo(given));
        Assert.That(files.Count(f => f.AssignedTo is not null), Is.EqualTo(40));
    }

    [Test]
    public async Task What_was_given_is_not_given_again_until_it_has_rested()
    {
        await using var house = await Build(configure: AsMe);
        await Fill(house, 30);
        var officer = Officer();
        var first = await Next(house, officer);
        Assert.That(await Next(house, officer), Is.Not.EqualTo(first));
        house.Clock.Advance(TimeSpan.FromHours(5));
        Assert.That(await Next(house, officer), Is.EqualTo(first));
    }

    [Test]
    public async Task Who_has_as_many_as_they_can_take_is_told_so()
    {
        await using var house = await Build(configure: AsMe);
        await Fill(house, 30);
        var officer = Officer();
        await using (var scope = house.Scope())
        {
            var member = new TeamMember { AccountId = officer.AccountId!.Value, Prefecture = "93", Name = "Léa" };
            member.Set(null, 1, 100, [], []);
            scope.ServiceProvider.GetRequiredService<StaffingDb>().Add(member);
            await scope.ServiceProvider.GetRequiredService<StaffingDb>().SaveChangesAsync();
        }
        await Next(house, officer);
        Assert.That(async () => await Next(house, officer), Throws.TypeOf<RuleBroken>().With.Message.Contains("votre capacité est de 1"));
    }

    [Test]
    public async Task A_legal_date_is_near_by_the_weights_in_force()
    {
        await using var house = await Build(configure: AsMe);
        var today = house.Clock.Today(CivilTime.Paris);
        await using (var scope = house.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<StaffingDb>();
            db.Add(new WorkFile { Id = Guid.CreateVersion7(), Number = "93-NEAR", Prefecture = "93", Zone = CivilTime.Paris, Step = Step.ToDecide, Open = true, LegalDay = today.DayNumber + 20 });
            await db.SaveChangesAsync();
        }
        Me.Value = Officer();
        Assert.That(await house.Ask<TakeNext.Request, TakeNext.Taken?>(new(Queue: "echeance")), Is.Null, "twenty days are not near by the first weights");
        await using (var scope = house.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<StaffingDb>();
            db.Add(new Weights { From = today, LegalAlertDays = 25 });
            await db.SaveChangesAsync();
        }
        Assert.That((await house.Ask<TakeNext.Request, TakeNext.Taken?>(new(Queue: "echeance")))?.Number, Is.EqualTo("93-NEAR"));
    }

    [Test]
    public async Task Of_another_prefecture_there_is_none()
    {
        await using var house = await Build(configure: AsMe);
        await Fill(house, 30);
        Assert.That(await Next(house, TestAccess.Agent(Role.CaseOfficer, "38")), Is.Null);
        Me.Value = TestAccess.Agent(Role.CaseOfficer, "38");
        Assert.That(async () => await house.Ask<TakeNext.Request, TakeNext.Taken?>(new("93")), Throws.TypeOf<NotFound>());
    }

    [Test]
    public async Task Page_after_page_the_list_is_in_order_and_whole()
    {
        await using var house = await Build(configure: AsMe);
        await Fill(house, 130);
        Me.Value = Officer();
        var (read, after) = (new List<WorkFile>(), (string?)null);
        do
        {
            var page = await house.Ask<ListWork.Request, ListWork.Page>(new(After: after, Take: 25));
            read.AddRange(page.Rows.Select(r => r.File));
            after = page.Next;
        }
        while (after is not null);
        Assert.That(read.Select(f => f.Id), Is.EqualTo(read.OrderByDescending(f => f.OnTop).ThenByDescending(f => f.Score).ThenBy(f => f.FiledAt).ThenBy(f => f.Id).Select(f => f.Id)).And.Unique);
        await using var scope = house.Scope();
        Assert.That(read, Has.Count.EqualTo(await scope.ServiceProvider.GetRequiredService<StaffingDb>().Files.CountAsync(f => f.Open)));
        foreach (var (queue, _) in Queues.All)
            Assert.That(async () => await house.Ask<ListWork.Request, ListWork.Page>(new(Queue: queue)), Throws.Nothing, queue);
    }

    private static void AsMe(HostApplicationBuilder builder)
    {
        Applicants.WithoutPost(builder);
        builder.Services.AddScoped(_ => Me.Value ?? Visitor.Nobody);
    }

    private static Visitor Officer() => TestAccess.Agent(Role.CaseOfficer, "93");

    private static async Task<string?> Next(AnefHouse house, Visitor officer)
    {
        Me.Value = officer;
        return (await house.Ask<TakeNext.Request, TakeNext.Taken?>(new()))?.Number;
    }

    private static async Task Fill(AnefHouse house, int files)
    {
        var today = house.Clock.Today(CivilTime.Paris).DayNumber;
        var lot = new Random(7);
        await using var scope = house.Scope();
        var rows = Enumerable.Range(0, files).Select(i => MadeUp.File(i, lot, today)).ToList();
        foreach (var row in rows) Scores.Set(row, today, new());
        await scope.ServiceProvider.GetRequiredService<StaffingDb>().BulkInsert(rows, default);
    }
}
