using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.HandOverCard;
using Anef.SharedKernel.Events;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications;

internal sealed class HandingTheCardOver
{
    [Test]
    public async Task T42_The_days_that_a_card_waits_are_counted_and_a_manager_is_told_after_sixty_once()
    {
        await using var desk = new Desk();
        var id = await Granted(desk, await desk.Filed(), "2026-12-28");
        desk.On("2027-01-20");
        await desk.Do(new RecordCardReady.Request(id));
        await desk.Days("2027-03-20");
        Assert.That((await desk.Tasks(), await Waiting(desk, id)), Is.EqualTo((Array.Empty<string>(), 59)));
        await desk.Days("2027-03-21");
        var task = (await desk.Told<TaskRaised>()).Single();
        Assert.That((task.Task, task.Prefecture, task.Why), Is.EqualTo(("cardWaiting", "75", task.Why)));
        Assert.That(task.Why, Does.Contain("20/01/2027").And.Contain("proposez un rendez-vous"));
        await desk.Days("2027-04-15");
        Assert.That(((await desk.Tasks()).Count(), await Waiting(desk, id)), Is.EqualTo((1, 85)));
        Assert.That((await desk.Look(id)).Status, Is.EqualTo("granted"));
    }

    [Test]
    public async Task T42_A_card_that_was_handed_over_waits_no_more()
    {
        await using var desk = new Desk();
        var id = await Granted(desk, await desk.Filed(), "2026-12-28");
        await desk.Do(new RecordCardReady.Request(id));
        await desk.Do(new HandOverCard.Request(id));
        await desk.Days("2027-03-10");
        Assert.That((await desk.Tasks(), await Waiting(desk, id)), Is.EqualTo((Array.Empty<string>(), (int?)null)));
    }

    [Test]
    public async Task A_card_comes_from_production_once()
    {
        await using var desk = new Desk();
        var id = await Granted(desk, await desk.Filed(), "2026-12-28");
        await desk.Do(new RecordCardReady.Request(id));
        desk.On("2027-01-05");
        await desk.Do(new RecordCardReady.Request(id));
        Assert.That((await desk.Told<CardReady>()).Single().ReadyOn, Is.EqualTo(Law.Day("2026-12-28")));
    }

    [TestCase("2026-02-20", 225, 1)]
    [TestCase("2026-06-01", 250, 2)]
    public async Task T47_The_fee_is_that_of_the_day_of_hand_over_with_the_version_of_its_rule(string handedOver, decimal amount, int version)
    {
        await using var desk = new Desk("2026-01-10");
        var person = await desk.Register(Desk.Holder("2026-04-30"));
        desk.On("2026-01-20");
        var id = (await desk.File(new(person, "CJF"))).ApplicationId;
        Assert.That((await desk.Fee(id)).Version, Is.EqualTo(1), "as of today while nothing is handed over");
        await Granted(desk, id, handedOver);
        await desk.Do(new HandOverCard.Request(id));
        Assert.That(await desk.Fee(id), Is.EqualTo((amount, version)));
        desk.On("2026-12-01");
        Assert.That(await desk.Fee(id), Is.EqualTo((amount, version)));
    }

    [Test]
    public async Task The_person_then_holds_the_new_card_and_keeps_the_old_one_in_their_history()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await Granted(desk, await desk.Filed(), "2026-09-10"));
        desk.On("2026-09-20");
        await desk.Do(new HandOverCard.Request(file.Id));
        var person = await desk.Someone(file.PersonId);
        Assert.That((await desk.Look(file.Id)).Status, Is.EqualTo("handedOver"));
        Assert.That(person.Permits, Has.Count.EqualTo(2));
        Assert.That((person.Held!.ValidFrom, person.Held.ValidUntil, person.Held.Procedure, person.Held.Work), Is.EqualTo((Law.Day("2026-10-01"), Law.Day("2028-09-30"), "CJF", true)));
        Assert.That((person.ConsecutiveRenewals, person.NextReminderOn), Is.EqualTo((1, (DateOnly?)Law.Day("2028-06-02"))));
    }

    [Test]
    public async Task A_card_granted_after_the_old_one_ended_begins_with_the_decision()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await Granted(desk, await desk.Filed(), "2026-12-28"));
        desk.On("2027-01-20");
        await desk.Do(new HandOverCard.Request(file.Id));
        Assert.That((await desk.Someone(file.PersonId)).Held!.ValidFrom, Is.EqualTo(Law.Day("2026-12-28")));
    }

    [Test]
    public async Task T45_A_duplicate_is_the_same_card_and_no_longer_lost()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        var id = await Granted(desk, (await desk.File(new(person, "DUP"))).ApplicationId, "2026-05-10");
        await desk.Do(new HandOverCard.Request(id));
        var held = (await desk.Someone(person)).Permits.Single();
        Assert.That((held.Lost, held.ValidUntil), Is.EqualTo((false, Law.Day("2026-09-30"))));
    }

    [Test]
    public async Task Only_a_granted_card_is_ready_or_handed_over_and_only_once()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        Assert.That((await desk.Refused(new RecordCardReady.Request(id))).Code, Is.EqualTo("applications.not-granted"));
        Assert.That((await desk.Refused(new HandOverCard.Request(id))).Code, Is.EqualTo("applications.not-granted"));
        await Granted(desk, id, "2026-09-10");
        await desk.Do(new HandOverCard.Request(id));
        var again = await desk.Refused(new HandOverCard.Request(id));
        Assert.That((again.Code, again.Message), Is.EqualTo(("applications.handed-over", "La carte a déjà été remise le 10/09/2026.")));
    }

    private static async Task<Guid> Granted(Desk desk, Guid id, string day)
    {
        desk.On(day);
        await desk.Do(new SignDecision.Request(id, DecisionOutcome.Grant, []));
        await desk.Do(new NotifyDecision.Request(id));
        return id;
    }

    private static async Task<int?> Waiting(Desk desk, Guid id) => (int?)(await desk.State(id))["cardWaitingDays"];
}
