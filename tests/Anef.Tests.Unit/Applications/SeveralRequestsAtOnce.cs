using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.FileApplication;
using Anef.Applications.WithdrawApplication;
using Anef.Procedures.Contracts;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Rules;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications;

internal sealed class SeveralRequestsAtOnce
{
    [Test]
    public async Task T39_A_renewal_and_another_ground_stand_side_by_side_and_end_apart()
    {
        await using var desk = new Desk();
        var student = await desk.Register(Desk.Holder("2026-10-31", "ETU-R", "L422-1"));
        desk.On("2026-08-15");
        var renewal = (await desk.File(new(student, "ETU-R"))).ApplicationId;
        desk.On("2026-08-20");
        var search = (await desk.File(new(student, "RECE") { Ground = "L422-10" })).ApplicationId;
        desk.On("2026-12-01");
        await desk.Do(new SignDecision.Request(renewal, DecisionOutcome.Refuse, []));
        await desk.Do(new NotifyDecision.Request(renewal));
        var (refused, pending) = (await desk.Look(renewal), await desk.Look(search));
        Assert.That((refused.Status, pending.Status), Is.EqualTo(("refused", "toBeChecked")));
        Assert.That((refused.Timeliness, pending.Timeliness), Is.EqualTo((Timeliness.InTime, Timeliness.InTime)));
        Assert.That((refused.Work, pending.Work), Is.EqualTo((WorkRight.Yes, WorkRight.Yes)));
    }

    [Test]
    public async Task T39_The_same_request_twice_is_refused_with_the_number_of_the_first_and_a_choice()
    {
        await using var desk = new Desk();
        var first = await desk.Look(await desk.Filed());
        desk.On("2026-07-16");
        var refusal = await desk.Refused<FileApplication.Request, FileApplication.Filed>(new(first.PersonId, "CJF"));
        Assert.That(refusal.Code, Is.EqualTo("applications.conflict"));
        Assert.That(refusal.Message, Does.Contain(first.Number).And.Contain("15/07/2026").And.Contain("compléter").And.Contain("désister"));
    }

    [Test]
    public async Task The_same_may_be_asked_again_after_a_withdrawal_and_that_withdrawal_stays()
    {
        await using var desk = new Desk();
        var first = await desk.Look(await desk.Filed());
        await desk.Do(new WithdrawApplication.Request(first.Id));
        await desk.File(new(first.PersonId, "CJF"));
        Assert.That((await desk.Refused(new UndoWithdrawal.Request(first.Id))).Code, Is.EqualTo("applications.conflict"));
    }

    [Test]
    public async Task The_same_may_be_asked_again_after_a_refusal()
    {
        await using var desk = new Desk();
        var first = await desk.Look(await desk.Filed());
        await desk.Do(new SignDecision.Request(first.Id, DecisionOutcome.Refuse, ["vie commune"]));
        await desk.Do(new NotifyDecision.Request(first.Id));
        Assert.That((await desk.File(new(first.PersonId, "CJF"))).Status, Is.EqualTo("toBeChecked"));
    }

    [Test]
    public async Task T45_A_stolen_card_s_duplicate_stands_beside_the_renewal_and_the_loss_is_known()
    {
        await using var desk = new Desk();
        var renewal = await desk.Look(await desk.Filed());
        desk.On("2026-10-12");
        var duplicate = await desk.Look((await desk.File(new(renewal.PersonId, "DUP"))).ApplicationId);
        Assert.That((duplicate.Kind, duplicate.Provisional, duplicate.Timeliness), Is.EqualTo(("duplicate", (ProvisionalFacts?)null, Timeliness.NotApplicable)));
        Assert.That((await desk.Look(renewal.Id)).Status, Is.EqualTo("toBeChecked"));
        Assert.That((await desk.Someone(renewal.PersonId)).Held!.Lost);
        Assert.That((await desk.Told<PersonChanged>()).Last(), Is.EqualTo(new PersonChanged(renewal.PersonId, "heldPermit")));
    }

    [Test]
    public async Task Declarations_and_duplicates_may_be_made_as_often_as_needed()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        await desk.File(new(person, "DUP"));
        Assert.That((await desk.File(new(person, "DUP"))).Status, Is.EqualTo("toBeChecked"));
        Assert.That((await desk.Told<PersonChanged>()).Count(c => c.Change == "heldPermit"), Is.EqualTo(1));
    }

    [TestCase(3, true)]
    [TestCase(2, false)]
    public async Task T53_The_fourth_renewal_in_a_row_is_flagged_to_the_officer_and_to_nobody_else(int renewals, bool flagged)
    {
        await using var desk = new Desk();
        var person = await desk.Register(Desk.Holder(procedure: "PEF", ground: "L423-7") with { ConsecutiveRenewals = renewals });
        desk.On("2026-07-15");
        var filed = await desk.Look((await desk.File(new(person, "PEF"))).ApplicationId);
        Assert.That(await desk.Tasks(), Is.EqualTo(flagged ? ["consecutiveRenewals"] : Array.Empty<string>()));
        Assert.That((filed.Status, filed.Decision, filed.Provisional is not null), Is.EqualTo(("toBeChecked", (Anef.Applications.Domain.Decision?)null, true)));
        Assert.That(filed.History.Select(h => h.What), Is.EqualTo(new[] { "filed", "fileComplete" }));
    }

    [Test]
    public async Task T53_Another_mention_does_not_count()
    {
        await using var desk = new Desk();
        var person = await desk.Register(Desk.Holder(procedure: "PEF", ground: "L423-7") with { ConsecutiveRenewals = 3 });
        desk.On("2026-07-15");
        await desk.File(new(person, "PEF") { Ground = "L423-8" });
        Assert.That(await desk.Tasks(), Is.Empty);
    }

    [Test]
    public async Task T41_A_card_that_the_register_says_was_never_handed_over_blocks_nothing_and_is_reconciled()
    {
        await using var desk = new Desk();
        var holder = Desk.Holder();
        var person = await desk.Register(holder with { Held = holder.Held! with { HandedOver = false } });
        desk.On("2026-07-01");
        var filed = await desk.File(new(person, "CJF"));
        Assert.That(filed.Status, Is.EqualTo("toBeChecked"));
        var task = (await desk.Told<TaskRaised>()).Single();
        Assert.That((task.Task, task.ApplicationId, task.Prefecture), Is.EqualTo(("handOverReconciliation", (Guid?)filed.ApplicationId, "75")));
        Assert.That((await desk.Look(filed.ApplicationId)).FiledOn, Is.EqualTo(Law.Day("2026-07-01")));
    }
}
