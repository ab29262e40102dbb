using Anef.Applications.CloseApplication;
using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.FileApplication;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications;

internal sealed class ClosingARequest
{
    [TestCase(true, "deceased")]
    [TestCase(false, "naturalised")]
    public async Task T52_Whoever_dies_or_becomes_French_has_every_pending_request_closed_with_that_reason(bool died, string reason)
    {
        await using var desk = new Desk();
        var renewal = await desk.Look(await desk.Filed());
        var duplicate = (await desk.File(new(renewal.PersonId, "DUP"))).ApplicationId;
        desk.On("2026-11-20");
        await desk.Do(new RecordEvent.Request(renewal.PersonId, died));
        foreach (var id in new[] { renewal.Id, duplicate })
        {
            var file = await desk.Look(id);
            Assert.That((file.Status, file.Ending!.Reason, file.Ending.On, file.Undecided), Is.EqualTo(("closed", reason, Law.Day("2026-11-20"), false)));
        }
        Assert.That((await desk.Told<Closed>()).Select(c => (c.Reason, c.ClosedOn)), Is.EqualTo(Enumerable.Repeat((reason, Law.Day("2026-11-20")), 2)));
        Assert.That((await desk.Told<PersonChanged>()).Last().Change, Is.EqualTo(reason));
    }

    [Test]
    public async Task T52_Nothing_is_due_or_recalled_any_more()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        var draft = (await desk.File(new(person, "CJF"))).ApplicationId;
        await desk.Do(new RecordEvent.Request(person, Died: true));
        Assert.That(((await desk.Look(draft)).Status, (await desk.Someone(person)).NextReminderOn), Is.EqualTo(("closed", (DateOnly?)null)));
        await desk.Days("2026-08-05");
        Assert.That((await desk.Told<WindowOpened>()).Count + (await desk.Told<WindowReminderDue>()).Count, Is.Zero);
        Assert.That((await desk.With((IApplications a) => a.Contact(person, default)))!.Deceased);
    }

    [Test]
    public async Task T52_Told_twice_it_keeps_the_first_day()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        await desk.Do(new RecordEvent.Request(file.PersonId, Died: true));
        desk.On("2026-08-01");
        await desk.Do(new RecordEvent.Request(file.PersonId, Died: true));
        Assert.That((await desk.Someone(file.PersonId)).DeceasedOn, Is.EqualTo(Law.Day("2026-07-15")));
        Assert.That(await desk.Told<Closed>(), Has.Count.EqualTo(1));
    }

    [TestCase(true, "décédée")]
    [TestCase(false, "française")]
    public async Task T52_Nothing_more_is_filed_for_them(bool died, string word)
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        await desk.Do(new RecordEvent.Request(person, died));
        desk.On("2026-07-15");
        var refusal = await desk.Refused<FileApplication.Request, FileApplication.Filed>(new(person, "CJF"));
        Assert.That((refusal.Code, refusal.Message.Contains(word, StringComparison.Ordinal)), Is.EqualTo(("applications.person-gone", true)));
    }

    [Test]
    public async Task T52_A_decided_request_keeps_its_decision()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        await desk.Do(new SignDecision.Request(file.Id, DecisionOutcome.Grant, []));
        await desk.Do(new NotifyDecision.Request(file.Id));
        await desk.Do(new RecordEvent.Request(file.PersonId, Died: false));
        Assert.That((await desk.Look(file.Id)).Status, Is.EqualTo("granted"));
    }

    [TestCase("duplicateOfAnother")]
    [TestCase("leftAtOwnRequest")]
    public async Task By_an_officer_has_one_of_few_reasons(string reason)
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await desk.Do(new CloseApplication.Request(id, reason));
        Assert.That(((await desk.Look(id)).Status, (await desk.Told<Closed>()).Single().Reason), Is.EqualTo(("closed", reason)));
        Assert.That((await desk.Refused(new CloseApplication.Request(id, reason))).Code, Is.EqualTo("applications.over"));
    }

    [Test]
    public async Task T12_A_wrong_category_is_none_of_them_and_the_officer_is_told_to_requalify()
    {
        await using var desk = new Desk();
        var refusal = await desk.Refused(new CloseApplication.Request(await desk.Filed(), "wrongCategory"));
        Assert.That((refusal.Code, refusal.Message.Contains("requalifiez-la", StringComparison.Ordinal)), Is.EqualTo(("applications.closure-reason", true)));
    }
}
