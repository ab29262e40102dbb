using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.SeizeCommission;
using Anef.SharedKernel.Rules;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications;

internal sealed class DecidingARequest
{
    [Test]
    public async Task T18_A_signature_is_no_decision_for_the_person()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        desk.On("2026-10-30");
        await desk.Do(new SignDecision.Request(id, DecisionOutcome.Refuse, ["vie commune"]));
        var signed = await desk.Look(id);
        Assert.That((signed.Status, signed.Undecided, signed.Decision!.NotifiedOn), Is.EqualTo(("signed", true, (DateOnly?)null)));
        var facts = await desk.With((IApplications a) => a.PersonOfApplication(id, default));
        Assert.That((facts!.Applications[0].Decided, facts.Applications[0].Undecided), Is.EqualTo(((DecisionOutcome?)null, true)));
    }

    [Test]
    public async Task T18_Notified_it_counts_from_that_day()
    {
        await using var desk = new Desk();
        var id = await Signed(desk, "2026-10-30", DecisionOutcome.Refuse);
        desk.On("2026-11-04");
        await desk.Do(new NotifyDecision.Request(id));
        var file = await desk.Look(id);
        Assert.That((file.Status, file.Decision!.SignedOn, file.Decision.NotifiedOn, file.Decision.AppealUntil),
            Is.EqualTo(("refused", Law.Day("2026-10-30"), (DateOnly?)Law.Day("2026-11-04"), (DateOnly?)Law.Day("2027-01-04"))));
        var told = (await desk.Told<DecisionNotified>()).Single();
        Assert.That((told.Outcome, told.NotifiedOn, told.Reasons, told.AppealUntil),
            Is.EqualTo((DecisionOutcome.Refuse, Law.Day("2026-11-04"), (IReadOnlyList<string>)["vie commune"], (DateOnly?)Law.Day("2027-01-04"))));
    }

    [Test]
    public async Task T51_A_removal_order_shortens_the_appeal_to_a_month()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        desk.On("2026-11-03");
        await desk.Do(new SignDecision.Request(id, DecisionOutcome.Refuse, [], RemovalOrder: true));
        await desk.Do(new NotifyDecision.Request(id));
        Assert.That((await desk.Look(id)).Decision!.AppealUntil, Is.EqualTo(Law.Day("2026-12-03")));
    }

    [Test]
    public async Task A_grant_cannot_carry_a_removal_order()
    {
        await using var desk = new Desk();
        Assert.That((await desk.Refused(new SignDecision.Request(await desk.Filed(), DecisionOutcome.Grant, [], RemovalOrder: true))).Code, Is.EqualTo("applications.contradiction"));
    }

    [Test]
    public async Task A_grant_has_no_appeal()
    {
        await using var desk = new Desk();
        var id = await Signed(desk, "2026-10-30", DecisionOutcome.Grant);
        await desk.Do(new NotifyDecision.Request(id));
        Assert.That(((await desk.Look(id)).Status, (await desk.Look(id)).Decision!.AppealUntil), Is.EqualTo(("granted", (DateOnly?)null)));
    }

    [Test]
    public async Task What_was_signed_can_be_signed_otherwise_until_it_is_notified()
    {
        await using var desk = new Desk();
        var id = await Signed(desk, "2026-10-30", DecisionOutcome.Refuse);
        await desk.Do(new SignDecision.Request(id, DecisionOutcome.Grant, []));
        await desk.Do(new NotifyDecision.Request(id));
        Assert.That((await desk.Look(id)).Status, Is.EqualTo("granted"));
        Assert.That((await desk.Refused(new SignDecision.Request(id, DecisionOutcome.Refuse, []))).Code, Is.EqualTo("applications.over"));
        Assert.That((await desk.Refused(new NotifyDecision.Request(id))).Code, Is.EqualTo("applications.over"));
    }

    [Test]
    public async Task Nothing_is_notified_that_was_not_signed()
    {
        await using var desk = new Desk();
        Assert.That((await desk.Refused(new NotifyDecision.Request(await desk.Filed()))).Code, Is.EqualTo("applications.not-signed"));
    }

    [Test]
    public async Task T28_A_grant_after_an_implicit_refusal_replaces_it_and_the_history_keeps_both()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await desk.Days("2026-11-15");
        desk.On("2026-12-20");
        await desk.Do(new SignDecision.Request(id, DecisionOutcome.Grant, []));
        await desk.Do(new NotifyDecision.Request(id));
        var file = await desk.Look(id);
        Assert.That((file.Status, file.ImplicitRefusalBornOn), Is.EqualTo(("granted", (DateOnly?)Law.Day("2026-11-15"))));
        Assert.That(file.History.Select(h => h.What), Is.EqualTo(new[] { "filed", "fileComplete", "implicitRefusal", "decisionSigned", "decisionNotified" }));
    }

    [TestCase(true, WorkRight.Yes, "Il autorise son titulaire à travailler")]
    [TestCase(false, WorkRight.No, null)]
    public async Task T46_The_commission_s_receipt_lets_work_whoever_could_work_before(bool worked, WorkRight work, string? mention)
    {
        await using var desk = new Desk();
        var holder = Desk.Holder(procedure: "VIS", ground: "L426-20");
        var person = await desk.Register(holder with { Held = holder.Held! with { Work = worked } });
        desk.On("2026-07-15");
        var id = (await desk.File(new(person, "VIS"))).ApplicationId;
        desk.On("2026-11-05");
        await desk.Do(new SeizeCommission.Request(id));
        var file = await desk.Look(id);
        Assert.That((file.CommissionSeizedOn, file.CommissionMention, file.Work), Is.EqualTo(((DateOnly?)Law.Day("2026-11-05"), mention, work)));
        Assert.That((file.Rules["commission"].Article, file.Undecided), Is.EqualTo(("R.432-9", true)));
    }

    [Test]
    public async Task T46_The_commission_is_seized_once()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        desk.On("2026-11-05");
        await desk.Do(new SeizeCommission.Request(id));
        desk.On("2026-11-10");
        await desk.Do(new SeizeCommission.Request(id));
        Assert.That((await desk.Told<CommissionSeized>()).Single().SeizedOn, Is.EqualTo(Law.Day("2026-11-05")));
        Assert.That((await desk.Look(id)).CommissionSeizedOn, Is.EqualTo(Law.Day("2026-11-05")));
    }

    [Test]
    public async Task T46_The_receipt_is_due_whatever_the_procedure()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        desk.On("2026-07-15");
        var id = (await desk.File(new(person, "DUP"))).ApplicationId;
        Assert.That((await desk.Look(id)).Provisional, Is.Null);
        await desk.Do(new SeizeCommission.Request(id));
        Assert.That((await desk.Look(id)).Provisional!.Terms.Single(), Is.EqualTo(new TermFacts("commissionReceipt", 3, 0)));
    }

    private static async Task<Guid> Signed(Desk desk, string day, DecisionOutcome outcome)
    {
        var id = await desk.Filed();
        desk.On(day);
        await desk.Do(new SignDecision.Request(id, outcome, outcome == DecisionOutcome.Refuse ? ["vie commune"] : []));
        return id;
    }
}
