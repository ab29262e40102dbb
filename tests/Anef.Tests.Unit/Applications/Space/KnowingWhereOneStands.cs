using Anef.Applications.CloseApplication;
using Anef.Applications.ConfirmComplete;
using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.Domain;
using Anef.Applications.FollowApplication;
using Anef.Applications.HandOverCard;
using Anef.Applications.ReadSpace;
using Anef.Applications.RequestDocuments;
using Anef.Applications.SupplyDocuments;
using Anef.Applications.WithdrawApplication;
using Anef.SharedKernel.Rules;
using Anef.Tests.Unit.Applications.Officers;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications.Space;

internal sealed class KnowingWhereOneStands
{
    [Test]
    public async Task From_filing_to_hand_over_one_step_is_under_way_and_somebody_acts()
    {
        await using var desk = new Desk();
        var id = await desk.Filed("2026-07-15", "VIECOM");
        Assert.That(await Line(desk, id), Is.EqualTo("filed documents! check? examination? decision? card? person"));
        await desk.Do(new SupplyDocuments.Request(id, ["VIECOM"]));
        Assert.That(await Line(desk, id), Is.EqualTo("filed documents check! examination? decision? card? prefecture"));
        await desk.Do(new ConfirmComplete.Request(id));
        Assert.That(await Line(desk, id), Is.EqualTo("filed documents check examination! decision? card? prefecture"));
        await desk.Do(new RequestDocuments.Request(id, ["DOM"], Law.Day("2026-08-15")));
        Assert.That(await Line(desk, id), Is.EqualTo("filed documents! check examination? decision? card? person"));
        await desk.Do(new SupplyDocuments.Request(id, ["DOM"]));
        await desk.Do(new SignDecision.Request(id, DecisionOutcome.Grant, []));
        Assert.That(await Line(desk, id), Is.EqualTo("filed documents check examination decision! card? prefecture"));
        await desk.Do(new NotifyDecision.Request(id));
        Assert.That(await Line(desk, id), Is.EqualTo("filed documents check examination granted card! handOver? maker"));
        await desk.Do(new RecordCardReady.Request(id));
        Assert.That(await Line(desk, id), Is.EqualTo("filed documents check examination granted card handOver! person"));
        await desk.Do(new HandOverCard.Request(id));
        Assert.That(await Line(desk, id), Is.EqualTo("filed documents check examination granted card handOver"));
    }

    [Test]
    public async Task A_refusal_says_its_reasons_and_until_when_to_appeal()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await desk.Do(new SignDecision.Request(id, DecisionOutcome.Refuse, ["Motif."]));
        var before = await View(desk, id);
        Assert.That((before.Outcome, before.Reasons.Count), Is.EqualTo(((DecisionOutcome?)null, 0)), "what is signed and not notified is nobody's yet");
        await desk.Do(new NotifyDecision.Request(id));
        var view = await View(desk, id);
        Assert.That((view.Outcome, view.Reasons), Is.EqualTo(((DecisionOutcome?)DecisionOutcome.Refuse, (IReadOnlyList<string>)["Motif."])));
        Assert.That(view.Days.Single(d => d.Name == "appealUntil").Rule!.Article, Is.Not.Empty);
        Assert.That(view.Steps[^1], Is.EqualTo(new Step("refused", Step.Now, Law.Day("2026-07-15"), Actors.Person)));
    }

    [Test]
    public async Task Legal_days_carry_their_rule_and_stand_in_order()
    {
        await using var desk = new Desk();
        var view = await View(desk, await desk.Filed());
        Assert.That(view.Days.Select(d => d.On), Is.Ordered);
        var silence = view.Days.Single(d => d.Name == "implicitRefusalOn");
        Assert.That((silence.On, silence.Rule!.Article), Is.EqualTo((Law.Day("2026-11-15"), silence.Rule.Article)).And.Matches<(DateOnly, string)>(s => s.Item2.Contains("432", StringComparison.Ordinal)));
        Assert.That(view.Days.Single(d => d.Name == "filedOn").Rule, Is.Null);
    }

    [Test]
    public async Task Documents_are_asked_for_by_name()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await desk.Do(new RequestDocuments.Request(id, ["VIECOM", "SOMETHING"], Law.Day("2026-08-01")));
        var wanted = (await View(desk, id)).Wanted;
        Assert.That(wanted.Select(w => (w.Code, w.Due, w.Received)), Is.EqualTo(new[] { ("VIECOM", (DateOnly?)Law.Day("2026-08-01"), false), ("SOMETHING", Law.Day("2026-08-01"), false) }));
        Assert.That(wanted[0].Name, Is.Not.EqualTo("VIECOM").And.Not.Empty);
        desk.On("2026-07-16");
        await desk.Do(new SupplyDocuments.Request(id, ["VIECOM"]));
        Assert.That((await View(desk, id)).Wanted.Select(w => w.Received), Is.EqualTo(new[] { true, false }), "one of two came");
    }

    [Test]
    public async Task An_ended_request_says_how_it_ended()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await desk.Do(new CloseApplication.Request(id, "duplicateOfAnother"));
        Assert.That((await View(desk, id)).Steps[^1].Name, Is.EqualTo("closed"));
    }

    [Test]
    public async Task Somebody_else_s_is_not_there()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        desk.Visitor = Agents.Applicant(await desk.Register());
        Assert.That(() => desk.Ask<FollowApplication.Request, FollowApplication.View>(new(file.Number)), Throws.TypeOf<NotFound>());
        desk.Visitor = Agents.Officer();
        Assert.That(() => desk.Ask<FollowApplication.Request, FollowApplication.View>(new(file.Number)), Throws.TypeOf<NotFound>());
    }

    [Test]
    public async Task Withdrawing_spells_out_until_when_what_is_held_goes_on()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        desk.Visitor = Agents.Applicant(file.PersonId);
        var early = await desk.Ask<Consequences.Request, Consequences.View>(new(file.Number));
        Assert.That((early.EffectiveOn, early.PermitUntil, early.Withdrawn), Is.EqualTo((Law.Day("2026-07-22"), (DateOnly?)Law.Day("2026-09-30"), false)));
        desk.On("2026-09-28");
        Assert.That((await desk.Ask<Consequences.Request, Consequences.View>(new(file.Number))).PermitUntil, Is.Null, "it ends before the withdrawal takes effect");
        await desk.Do(new WithdrawApplication.Request(file.Id));
        desk.On("2026-09-30");
        var withdrawn = await desk.Ask<Consequences.Request, Consequences.View>(new(file.Number));
        Assert.That((withdrawn.Withdrawn, withdrawn.EffectiveOn), Is.EqualTo((true, Law.Day("2026-10-05"))));
    }

    private static async Task<FollowApplication.View> View(Desk desk, Guid id)
    {
        var file = await desk.Look(id);
        desk.Visitor = Agents.Applicant(file.PersonId);
        return await desk.Ask<FollowApplication.Request, FollowApplication.View>(new(file.Number));
    }

    /// <summary>Steps in order: <c>!</c> under way, <c>?</c> to come; then who acts.</summary>
    private static async Task<string> Line(Desk desk, Guid id)
    {
        var steps = Steps.Of(await desk.Look(id));
        var names = steps.Select(s => s.Name + s.State switch { Step.Now => "!", Step.Next => "?", _ => "" });
        return string.Join(' ', names.Concat(steps.Where(s => s.State == Step.Now).Select(s => s.Actor)));
    }
}
