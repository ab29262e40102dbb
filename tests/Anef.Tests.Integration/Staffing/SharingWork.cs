using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.Applications.WorkOnFile;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.AssignWork;
using Anef.Staffing.Domain;
using Anef.Staffing.DoTask;
using Anef.Staffing.KeepTeam;
using Anef.Staffing.LendHands;
using Anef.Staffing.ListWork;
using Anef.Staffing.Persistence;
using Anef.Staffing.RedistributeWork;
using Anef.Staffing.SetWeights;
using Anef.Tests.Integration.Coverage;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Staffing;

[CancelAfter(120_000)]
public sealed class SharingWork
{
    private static readonly Visitor Manager = TestAccess.Agent(Role.TeamManager, "93");
    private Visitor _me = Manager;
    private Guid _ada, _bo;

    [Test]
    public async Task Files_are_given_after_a_look_and_each_says_what_became_of_it()
    {
        await using var house = await House();
        var numbers = await Settle(house, 3);
        await house.Ask<KeepMember.Request, Done>(new("93", _ada, "Étudiants", 0, 100, ["ETU"], []));
        var foreseen = await house.Ask<AssignWork.Request, AssignWork.Result>(new("93", numbers, _bo, Foresee: true));
        Assert.That(foreseen.Lines.Select(l => l.Why), Is.All.Null);
        Assert.That((await Files(house)).Select(f => f.AssignedTo), Is.All.Null, "a look changes nothing");

        await house.Ask<AssignWork.Request, AssignWork.Result>(new("93", numbers, _bo, Foresee: false));
        Assert.That((await Files(house)).Select(f => f.AssignedTo), Is.All.EqualTo(_bo));
        var refused = await house.Ask<AssignWork.Request, AssignWork.Result>(new("93", [.. numbers, "93-000"], _ada, Foresee: false));
        Assert.That(refused.Lines.Select(l => l.Why), Is.EqualTo(Enumerable.Repeat("Ada ne traite pas la démarche CJF", 3).Append("il n'est pas dans cette liste")));

        _me = TestAccess.Agent(Role.CaseOfficer, "93", _ada);
        Assert.That(async () => await house.Ask<AssignWork.Request, AssignWork.Result>(new("93", numbers, _bo, Foresee: false)), Throws.TypeOf<RuleBroken>());
        _me = TestAccess.Agent(Role.TeamManager, "38");
        Assert.That(async () => await house.Ask<AssignWork.Request, AssignWork.Result>(new("93", numbers, _bo, Foresee: false)), Throws.TypeOf<NotFound>());
    }

    [Test]
    public async Task Whose_absence_is_long_their_files_go_to_others()
    {
        await using var house = await House();
        var numbers = await Settle(house, 4);
        await house.Ask<AssignWork.Request, AssignWork.Result>(new("93", numbers, _ada, Foresee: false));
        await house.Ask<KeepAbsence.Request, Done>(new("93", _ada, new(2026, 3, 3), new(2026, 3, 20)));
        await house.Day();
        Assert.That((await Files(house)).Select(f => f.AssignedTo), Is.All.EqualTo(_ada), "they are still here");
        house.GoTo(new(2026, 3, 3));
        await house.Day();
        Assert.That((await Files(house)).Select(f => f.AssignedTo), Is.All.EqualTo(_bo));
        Assert.That((await house.Ask<RedistributeWork.Request, RedistributeWork.Result>(new("93", _ada, Foresee: true))).Lines, Is.Empty);
    }

    [Test]
    public async Task Who_helps_prepares_and_does_nothing_more()
    {
        await using var house = await House();
        var number = (await Settle(house, 1)).Single();
        var helper = TestAccess.Agent(Role.CaseOfficer, "38");
        Assert.That(async () => await Try(house, helper, number, "note"), Throws.TypeOf<NotFound>());

        await house.Ask<AskForHands.Request, Done>(new("93", "38", ["CJF"], new(2026, 3, 1), new(2026, 3, 10)));
        Assert.That(async () => await Try(house, helper, number, "note"), Throws.TypeOf<NotFound>(), "nobody there has agreed yet");
        _me = TestAccess.Agent(Role.TeamManager, "38");
        await house.Ask<AnswerAid.Request, Done>(new(await Aid(house), Agree: true));
        await Try(house, helper, number, "note");
        await Try(house, helper, number, "write-decision");
        foreach (var act in new[] { "sign", "notify", "ask", "confirm", "close", "offer" })
            Assert.That(async () => await Try(house, helper, number, act), Throws.TypeOf<RuleBroken>().With.Message.Contains("préparez ce dossier"), act);
        _me = helper;
        var lent = await house.Ask<ListWork.Request, ListWork.Page>(new("93"));
        Assert.That((lent.Aided, lent.Rows.Single().File.Number), Is.EqualTo((true, number)));

        house.GoTo(new(2026, 3, 11));
        Assert.That(async () => await Try(house, helper, number, "note"), Throws.TypeOf<NotFound>(), "it is over");
    }

    [Test]
    public async Task A_task_is_listed_once_and_leaves_when_it_is_done()
    {
        await using var house = await House();
        await house.Renew(Applicants.Person("LATE", heldUntil: new(2026, 2, 20)));
        await house.Drain();
        await house.Day();
        var tasks = await house.Ask<ListTasks.Request, IReadOnlyList<ListTasks.Row>>(new("93"));
        Assert.That(tasks, Is.Not.Empty);
        Assert.That((await Files(house)).Single().Tasks, Is.EqualTo(tasks.Count));
        foreach (var task in tasks) await house.Ask<DoTask.Request, Done>(new(task.Id));
        Assert.That(await house.Ask<ListTasks.Request, IReadOnlyList<ListTasks.Row>>(new("93")), Is.Empty);
        Assert.That((await Files(house)).Single().Tasks, Is.Zero);
    }

    [Test]
    public async Task Weights_are_looked_at_before_they_hold_and_hold_from_their_day()
    {
        await using var house = await House();
        await Settle(house, 3);
        var before = (await Files(house)).First().Score;
        _me = TestAccess.Agent(Role.Ministry);
        var next = new Weights { From = new(2026, 3, 3), OursPoints = 777 };
        var moves = await house.Ask<ForeseeOrder.Request, IReadOnlyList<ForeseeOrder.Move>>(new("93", next));
        Assert.That(moves.Select(m => m.PointsThen - m.PointsNow), Is.EqualTo(new[] { 717, 717, 717 }));
        Assert.That(async () => await house.Ask<SetWeights.Request, Done>(new(new Weights { From = new(2026, 3, 2) }, "Une raison assez longue.")), Throws.TypeOf<RuleBroken>());
        Assert.That(async () => await house.Ask<SetWeights.Request, Done>(new(new Weights { From = new(2026, 3, 3), CoverAlertDays = 3 }, "Une raison assez longue.")), Throws.TypeOf<RuleBroken>());
        await house.Ask<SetWeights.Request, Done>(new(next, "Une raison assez longue."));
        await house.Day();
        Assert.That((await Files(house)).First().Score, Is.EqualTo(before), "not before its day");
        house.GoTo(new(2026, 3, 3));
        await house.Day();
        Assert.That((await Files(house)).First().Score, Is.GreaterThanOrEqualTo(before + 717));
    }

    private async Task<AnefHouse> House()
    {
        var house = await AnefHouse.Build(configure: builder =>
        {
            Applicants.WithoutPost(builder);
            builder.Services.AddScoped(_ => _me);
        });
        await using var scope = house.Scope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        foreach (var name in new[] { "Ada", "Bo" })
        {
            var account = Account.OfAgent(name, $"{name}@example.org", house.Clock.GetUtcNow());
            account.Grant(new(Role.CaseOfficer, "93"));
            db.Add(account);
            if (name == "Ada") _ada = account.Id;
            else _bo = account.Id;
        }
        await db.SaveChangesAsync();
        return house;
    }

    private static async Task<List<string>> Settle(AnefHouse house, int people)
    {
        for (var i = 0; i < people; i++) await house.Renew(Applicants.Person($"N{i}"));
        await house.Drain();
        return (await Files(house)).ConvertAll(f => f.Number);
    }

    private static async Task<List<WorkFile>> Files(AnefHouse house)
    {
        await using var scope = house.Scope();
        return await scope.ServiceProvider.GetRequiredService<StaffingDb>().Files.AsNoTracking().OrderBy(f => f.Number).ToListAsync();
    }

    private static async Task<Guid> Aid(AnefHouse house)
    {
        await using var scope = house.Scope();
        return await scope.ServiceProvider.GetRequiredService<StaffingDb>().Aid.Select(a => a.Id).SingleAsync();
    }

    private static async Task Try(AnefHouse house, Visitor visitor, string number, string act)
    {
        await using var scope = house.Scope();
        await scope.ServiceProvider.GetRequiredService<FileWork>().Do(visitor, number, null, act, _ => Task.CompletedTask, default);
    }
}
