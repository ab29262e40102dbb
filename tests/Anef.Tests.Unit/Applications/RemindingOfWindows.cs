using Anef.Applications.CloseApplication;
using Anef.Applications.Contracts;
using Anef.Applications.WithdrawApplication;
using Anef.SharedKernel.Calendar;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications;

/// <summary>The card ends on 30 September 2026; its window is 2 June to 1 August.</summary>
internal sealed class RemindingOfWindows
{
    [Test]
    public async Task Each_rung_is_told_on_its_day_once()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        await desk.Days("2026-06-01");
        Assert.That(await desk.Told<WindowOpened>(), Is.Empty);
        await desk.Days("2026-06-02");
        Assert.That(await desk.Told<WindowOpened>(), Is.EqualTo(new[] { new WindowOpened(person, "CJF", Law.Day("2026-09-30"), Law.Day("2026-08-01")) }));
        await desk.Days("2026-10-05");
        await desk.Day();
        Assert.That((await desk.Told<WindowReminderDue>()).Select(r => (r.DaysLeft, r.Deadline, r.Late)), Is.EqualTo(new (int, DateOnly?, bool)[]
        {
            (30, Law.Day("2026-08-01"), false), (10, Law.Day("2026-08-01"), false), (2, Law.Day("2026-08-01"), false), (30, Law.Day("2026-09-30"), true), (7, Law.Day("2026-09-30"), true),
        }));
        Assert.That(await desk.Told<WindowOpened>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_prefecture_has_its_own_ladder()
    {
        await using var desk = new Desk(local: p => p.Code == "69" ? p with { ReminderDays = [100, 65] } : p);
        var person = await desk.Register(Desk.Holder(prefecture: "69"));
        await desk.Days("2026-10-05");
        Assert.That((await desk.Told<WindowReminderDue>()).Select(r => (r.PersonId, r.DaysLeft)), Is.EqualTo(new[] { (person, 40), (person, 5) }));
    }

    [Test]
    public async Task Nothing_is_told_once_a_request_is_filed()
    {
        await using var desk = new Desk();
        await desk.Filed("2026-06-10");
        await desk.Days("2026-10-05");
        Assert.That(await desk.Told<WindowReminderDue>(), Is.Empty);
    }

    [Test]
    public async Task A_request_for_another_permit_answers_as_well_and_a_duplicate_does_not()
    {
        await using var desk = new Desk();
        var (changes, loses) = (await desk.Register(), await desk.Register());
        desk.On("2026-06-10");
        await desk.File(new(changes, "SAL") { Kind = "change_status" });
        await desk.File(new(loses, "DUP"));
        await desk.Days("2026-07-05");
        Assert.That((await desk.Told<WindowReminderDue>()).Select(r => r.PersonId), Is.EqualTo(new[] { loses }));
    }

    [Test]
    public async Task After_a_withdrawal_the_ladder_goes_on()
    {
        await using var desk = new Desk();
        await desk.Do(new WithdrawApplication.Request(await desk.Filed("2026-06-10")));
        await desk.Days("2026-07-05");
        Assert.That(await desk.Told<WindowReminderDue>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task After_an_outage_the_latest_rung_alone_is_told()
    {
        await using var desk = new Desk();
        await desk.Register();
        desk.On("2026-07-25"); // the opening, 90 and 70 days were missed
        await desk.Day();
        await desk.Day();
        Assert.That(await desk.Told<WindowOpened>(), Is.Empty);
        Assert.That((await desk.Told<WindowReminderDue>()).Single(), Has.Property("DaysLeft").EqualTo(7).And.Property("Late").False);
    }

    [Test]
    public async Task A_person_registered_in_the_middle_is_told_of_what_is_to_come()
    {
        await using var desk = new Desk("2026-07-10");
        await desk.Register();
        await desk.Days("2026-07-25");
        Assert.That((await desk.Told<WindowReminderDue>()).Single().DaysLeft, Is.EqualTo(10));
    }

    [Test]
    public async Task Rungs_fall_on_the_civil_day_of_the_person_s_own_zone()
    {
        await using var desk = new Desk();
        await desk.Register(Desk.Holder(prefecture: "974"));
        desk.On("2026-06-01T20:30:00Z"); // the 2nd in La Réunion
        await desk.Day(CivilTime.Paris);
        Assert.That(await desk.Told<WindowOpened>(), Is.Empty);
        await desk.Day("Indian/Reunion");
        Assert.That(await desk.Told<WindowOpened>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Whoever_holds_nothing_or_became_French_is_told_nothing()
    {
        await using var desk = new Desk();
        await desk.Register(Desk.Holder() with { Held = null });
        await desk.Do(new RecordEvent.Request(await desk.Register(), Died: false));
        await desk.Days("2026-08-05");
        Assert.That((await desk.Told<WindowOpened>()).Count + (await desk.Told<WindowReminderDue>()).Count, Is.Zero);
    }
}
