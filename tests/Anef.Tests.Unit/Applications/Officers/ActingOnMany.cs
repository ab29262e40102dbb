using Anef.Applications.AmendApplication;
using Anef.Applications.BulkActs;
using Anef.Applications.ChangeGround;
using Anef.Applications.ConfirmComplete;
using Anef.Applications.Contracts;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications.Officers;

internal sealed class ActingOnMany
{
    private static readonly Visitor Officer = Agents.Officer();

    [Test]
    public async Task Says_before_who_is_affected_and_why_others_are_not_and_does_nothing_yet()
    {
        await using var desk = new Desk();
        var (ready, missing) = (await desk.Look(await desk.Filed()), await desk.Look(await desk.Filed(missing: "MARI")));
        var secret = await desk.Look(await desk.Filed());
        await desk.Do(new ChangeGround.Request(secret.Id, "OP", "L425-6", Requalified: false));
        var run = await Prepare(desk, "confirm", ready.Number, missing.Number, secret.Number, "75-2026-11111111");
        Assert.That((await Read(desk, run)).Lines, Is.EqualTo(new ReadBulk.Line[] { new(ready.Number, "Diallo Awa", BulkState.Waiting, ""), new(missing.Number, "Diallo Awa", BulkState.LeftOut, "une pièce indispensable manque") }));
        Assert.That(await Pump(desk), Is.False);
        Assert.That((await desk.Look(ready.Id)).ConfirmedOn, Is.Null);
    }

    [Test]
    public async Task Does_each_in_its_own_transaction_with_a_result_for_each()
    {
        await using var desk = new Desk();
        var (first, changed, last) = (await desk.Look(await desk.Filed()), await desk.Look(await desk.Filed()), await desk.Look(await desk.Filed()));
        var run = await Prepare(desk, "confirm", first.Number, changed.Number, last.Number);
        await desk.Do(new AmendApplication.Request(changed.Id, new Dictionary<string, string> { ["employer"] = "Dupont" }));
        await Run(desk, run);
        var view = await Read(desk, run);
        Assert.That(view.Lines.Select(l => l.State), Is.EqualTo(new[] { BulkState.Done, BulkState.Refused, BulkState.Done }));
        Assert.That(view.Lines[1].Words, Does.Contain("changé depuis l'aperçu"));
        Assert.That((view.FinishedAt, (await desk.Look(last.Id)).ConfirmedOn, (await desk.Look(changed.Id)).ConfirmedOn), Is.EqualTo((desk.Clock.GetUtcNow(), (DateOnly?)Law.Day("2026-07-15"), (DateOnly?)null)));
        Assert.That(await desk.Told<CompletenessConfirmed>(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Goes_on_where_it_stopped_and_does_nothing_twice()
    {
        await using var desk = new Desk();
        var numbers = new List<string>();
        for (var i = 0; i < 25; i++) numbers.Add((await desk.Look(await desk.Filed())).Number);
        var run = await Prepare(desk, "ask", [.. numbers]);
        await Start(desk, run);
        Assert.That(await Pump(desk));
        Assert.That((await Read(desk, run)).Of(BulkState.Done), Is.EqualTo(20));
        await Start(desk, run);
        while (await Pump(desk)) { }
        Assert.That((await Read(desk, run)).Of(BulkState.Done), Is.EqualTo(25));
        Assert.That((await desk.Told<DocumentsRequested>()).Select(d => d.ApplicationId), Is.Unique.And.Exactly(25).Items);
    }

    [Test]
    public async Task Grants_the_simple_renewals_alone()
    {
        await using var desk = new Desk();
        var (simple, unchecked_) = (await desk.Look(await desk.Filed()), await desk.Look(await desk.Filed()));
        await desk.Do(new ConfirmComplete.Request(simple.Id));
        var first = (await desk.File(new(await desk.Register(Desk.Holder() with { Held = null }), "CJF"))).Number;
        var run = await Prepare(desk, "grant", simple.Number, unchecked_.Number, first);
        await Run(desk, run);
        Assert.That((await Read(desk, run)).Lines.Select(l => l.Words), Is.EqualTo(new[] { "accordé et signé, à notifier", "sa complétude n'est pas confirmée", "ce n'est pas un renouvellement" }));
        Assert.That((await desk.Look(simple.Id)).Decision!.Reasons.Single(), Does.Contain("art. L.433-1"));
        var notify = await Prepare(desk, "notify", simple.Number);
        await Run(desk, notify);
        Assert.That((await desk.Look(simple.Id)).Status, Is.EqualTo("granted"));
    }

    [Test]
    public async Task Where_two_sign_grants_with_the_second_signature()
    {
        await using var desk = new Desk(local: p => p with { TwoSignatures = true });
        var file = await desk.Look(await desk.Filed());
        await desk.Do(new ConfirmComplete.Request(file.Id));
        await Run(desk, await Prepare(desk, "grant", file.Number));
        Assert.That((await desk.Look(file.Id)).Decision, Is.Null);
        var again = await Prepare(desk, "grant", file.Number);
        await Run(desk, again);
        Assert.That((await Read(desk, again)).Lines.Single().State, Is.EqualTo(BulkState.Refused), "the same person");
        var second = await Prepare(desk, "grant", Agents.Officer(name: "Karim Petit"), file.Number);
        await Run(desk, second, desk.Visitor);
        Assert.That((await desk.Look(file.Id)).Decision!.Outcome, Is.EqualTo(DecisionOutcome.Grant));
    }

    [Test]
    public async Task Is_shown_to_whoever_prepared_it_alone()
    {
        await using var desk = new Desk();
        var run = await Prepare(desk, "confirm", (await desk.Look(await desk.Filed())).Number);
        desk.Visitor = Agents.Officer(name: "Un autre");
        Assert.That(() => desk.Ask<ReadBulk.Request, ReadBulk.View>(new(run)), Throws.TypeOf<NotFound>());
        Assert.That(() => desk.Do(new StartBulk.Request(run)), Throws.TypeOf<NotFound>());
    }

    [TestCase("fly", 1, "applications.unknown-act")]
    [TestCase("confirm", 0, "applications.bulk-size")]
    [TestCase("confirm", 501, "applications.bulk-size")]
    public async Task That_cannot_be_is_refused(string act, int files, string code)
    {
        await using var desk = new Desk();
        desk.Visitor = Officer;
        Assert.That((await desk.Refused<PrepareBulk.Request, Guid>(new(act, [.. Enumerable.Range(0, files).Select(i => $"75-2026-{i}")], [], null, ""))).Code, Is.EqualTo(code));
    }

    private static Task<Guid> Prepare(Desk desk, string act, params string[] numbers) => Prepare(desk, act, Officer, numbers);

    private static Task<Guid> Prepare(Desk desk, string act, Visitor by, params string[] numbers)
    {
        desk.Visitor = by;
        return desk.Ask<PrepareBulk.Request, Guid>(new(act, numbers, act == "ask" ? ["MARI"] : [], null, ""));
    }

    private static Task<ReadBulk.View> Read(Desk desk, Guid run)
    {
        desk.Visitor = Officer;
        return desk.Ask<ReadBulk.Request, ReadBulk.View>(new(run));
    }

    private static Task Start(Desk desk, Guid run, Visitor? by = null)
    {
        desk.Visitor = by ?? Officer;
        return desk.Do(new StartBulk.Request(run));
    }

    private static async Task Run(Desk desk, Guid run, Visitor? by = null)
    {
        await Start(desk, run, by);
        while (await Pump(desk)) { }
    }

    private static Task<bool> Pump(Desk desk)
    {
        desk.Visitor = Visitor.Nobody;
        return desk.With((IPump pump) => pump.Pump(default));
    }
}
