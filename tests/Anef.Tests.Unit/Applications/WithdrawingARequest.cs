using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.Persistence;
using Anef.Applications.WithdrawApplication;
using Anef.Tests.Unit.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Unit.Applications;

/// <summary>T38: withdrawn on 2 November, in effect on the 9th.</summary>
internal sealed class WithdrawingARequest
{
    [Test]
    public async Task T38_Takes_effect_on_the_seventh_day_and_not_before()
    {
        await using var desk = new Desk();
        var id = await Withdrawn(desk);
        Assert.That((await desk.Told<WithdrawalRequested>()).Single().EffectiveOn, Is.EqualTo(Law.Day("2026-11-09")));
        await desk.Days("2026-11-08");
        Assert.That((await desk.Look(id)).Undecided);
        await desk.Days("2026-11-09");
        var file = await desk.Look(id);
        Assert.That((file.Status, file.Ending!.On, file.Undecided), Is.EqualTo(("withdrawn", Law.Day("2026-11-09"), false)));
        Assert.That((await desk.Told<WithdrawalEffective>()).Single().EffectiveOn, Is.EqualTo(Law.Day("2026-11-09")));
    }

    [Test]
    public async Task T38_Takes_effect_on_its_day_although_the_job_came_later()
    {
        await using var desk = new Desk();
        var id = await Withdrawn(desk);
        desk.On("2026-11-12");
        await desk.Day();
        Assert.That((await desk.Look(id)).Ending!.On, Is.EqualTo(Law.Day("2026-11-09")));
    }

    [Test]
    public async Task T38_Can_be_taken_back_on_the_sixth_day_and_nothing_was_lost()
    {
        await using var desk = new Desk();
        var id = await Withdrawn(desk);
        desk.On("2026-11-08T22:30:00Z");
        await desk.Do(new UndoWithdrawal.Request(id));
        await desk.Days("2026-11-12");
        var file = await desk.Look(id);
        Assert.That((file.Status, file.WithdrawalEffectiveOn, file.FiledOn), Is.EqualTo(("toBeChecked", (DateOnly?)null, (DateOnly?)Law.Day("2026-07-15"))));
        Assert.That(await desk.Told<WithdrawalEffective>(), Is.Empty);
    }

    [TestCase("2026-11-09", true, "applications.over")]
    [TestCase("2026-11-09", false, "applications.no-withdrawal")]
    [TestCase("2026-11-10", true, "applications.over")]
    [TestCase("2026-11-10", false, "applications.no-withdrawal")]
    public async Task T38_Cannot_be_taken_back_from_the_day_of_its_effect_whether_the_job_ran_or_not(string day, bool ran, string code)
    {
        await using var desk = new Desk();
        var id = await Withdrawn(desk);
        if (ran) await desk.Days("2026-11-09");
        desk.On(day);
        Assert.That((await desk.Refused(new UndoWithdrawal.Request(id))).Code, Is.EqualTo(code));
    }

    [Test]
    public async Task Asked_twice_counts_from_the_first_time()
    {
        await using var desk = new Desk();
        var id = await Withdrawn(desk);
        desk.On("2026-11-05");
        await desk.Do(new WithdrawApplication.Request(id));
        Assert.That((await desk.Look(id)).WithdrawalEffectiveOn, Is.EqualTo(Law.Day("2026-11-09")));
        Assert.That(await desk.Told<WithdrawalRequested>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Nothing_is_taken_back_that_was_not_withdrawn()
    {
        await using var desk = new Desk();
        Assert.That((await desk.Refused(new UndoWithdrawal.Request(await desk.Filed()))).Message, Does.Contain("Aucun désistement n'est en cours"));
    }

    [TestCase(DecisionOutcome.Grant, "granted")]
    [TestCase(DecisionOutcome.Refuse, "refused")]
    public async Task A_decision_notified_meanwhile_stands(DecisionOutcome outcome, string status)
    {
        await using var desk = new Desk();
        var id = await Withdrawn(desk);
        desk.On("2026-11-05");
        await desk.Do(new SignDecision.Request(id, outcome, []));
        await desk.Do(new NotifyDecision.Request(id));
        await desk.Days("2026-11-12");
        Assert.That((await desk.Look(id)).Status, Is.EqualTo(status));
        Assert.That(await desk.Told<WithdrawalEffective>(), Is.Empty);
    }

    [Test]
    public async Task A_decision_that_was_only_signed_does_not_stop_it()
    {
        await using var desk = new Desk();
        var id = await Withdrawn(desk);
        await desk.Do(new SignDecision.Request(id, DecisionOutcome.Refuse, []));
        await desk.Days("2026-11-09");
        Assert.That((await desk.Look(id)).Status, Is.EqualTo("withdrawn"));
        Assert.That((await desk.Refused(new NotifyDecision.Request(id))).Code, Is.EqualTo("applications.over"));
    }

    [Test]
    public async Task A_refusal_by_silence_is_not_born_of_a_request_withdrawn_by_then()
    {
        await using var desk = new Desk();
        var id = await Withdrawn(desk);
        desk.On("2026-11-20"); // the jobs did not run on the 9th, nor on the 15th
        await desk.Day();
        Assert.That((await desk.Look(id)).ImplicitRefusalBornOn, Is.Null);
        Assert.That(await desk.Told<ImplicitRefusal>(), Is.Empty);
    }

    [Test]
    public async Task Leaves_nothing_due()
    {
        await using var desk = new Desk();
        await Withdrawn(desk);
        await desk.Days("2026-11-09");
        Assert.That(await desk.With((ApplicationsDb db) => db.Applications.CountAsync(a => a.NextDeadlineOn != null)), Is.Zero);
    }

    private static async Task<Guid> Withdrawn(Desk desk)
    {
        var id = await desk.Filed();
        desk.On("2026-11-02");
        await desk.Do(new WithdrawApplication.Request(id));
        return id;
    }
}
