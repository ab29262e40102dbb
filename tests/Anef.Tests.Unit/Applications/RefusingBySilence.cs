using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.Persistence;
using Anef.SharedKernel.Calendar;
using Anef.Tests.Unit.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Unit.Applications;

internal sealed class RefusingBySilence
{
    [Test]
    public async Task T24_Is_born_on_its_day_once_and_ends_nothing()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await desk.Days("2026-11-14");
        Assert.That(await desk.Told<ImplicitRefusal>(), Is.Empty);
        await desk.Days("2026-11-15");
        await desk.Day();
        await desk.Days("2026-11-18");
        var file = await desk.Look(id);
        Assert.That(await desk.Told<ImplicitRefusal>(), Is.EqualTo(new[] { new ImplicitRefusal(file.PersonId, id, Law.Day("2026-11-15"), Law.Day("2027-01-15")) }));
        Assert.That((file.Undecided, file.Status, file.AppealUntil, file.NextDeadlineOn), Is.EqualTo((true, "toBeChecked", (DateOnly?)Law.Day("2027-01-15"), (DateOnly?)null)));
        Assert.That(file.History.Count(h => h.What == "implicitRefusal"), Is.EqualTo(1));
    }

    [Test]
    public async Task T24_After_an_outage_it_is_born_on_the_day_of_the_law_all_the_same()
    {
        await using var desk = new Desk();
        await desk.Filed();
        desk.On("2026-11-20");
        await desk.Day();
        Assert.That((await desk.Told<ImplicitRefusal>()).Single(), Has.Property("BornOn").EqualTo(Law.Day("2026-11-15")).And.Property("AppealUntil").EqualTo(Law.Day("2027-01-15")));
    }

    [Test]
    public async Task Not_of_a_file_that_is_incomplete()
    {
        await using var desk = new Desk();
        var id = await desk.Filed("2026-07-15", "VIECOM");
        await desk.Days("2026-12-20");
        Assert.That(await desk.Told<ImplicitRefusal>(), Is.Empty);
        Assert.That((await desk.Look(id)).Undecided);
    }

    [Test]
    public async Task Not_of_a_file_that_is_decided()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await desk.Do(new SignDecision.Request(id, DecisionOutcome.Grant, []));
        await desk.Do(new NotifyDecision.Request(id));
        await desk.Days("2026-11-16");
        Assert.That(await desk.Told<ImplicitRefusal>(), Is.Empty);
    }

    [Test]
    public async Task Comes_with_the_civil_day_of_the_file_s_own_zone()
    {
        await using var desk = new Desk();
        var person = await desk.Register(Desk.Holder(prefecture: "974"));
        desk.On("2026-07-15");
        await desk.File(new(person, "CJF"));
        desk.On("2026-11-14T20:30:00Z"); // already the 15th in La Réunion
        await desk.Day(CivilTime.Paris);
        Assert.That(await desk.Told<ImplicitRefusal>(), Is.Empty);
        await desk.Day("Indian/Reunion");
        Assert.That(await desk.Told<ImplicitRefusal>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task One_file_that_cannot_be_read_holds_back_no_other_and_is_tried_again()
    {
        await using var desk = new Desk();
        var (first, broken, last) = (await desk.Filed(), await desk.Filed(), await desk.Filed());
        var history = await Break(desk, broken, "{");
        desk.On("2026-11-15");
        await desk.Day();
        Assert.That((await desk.Told<ImplicitRefusal>()).Select(r => r.ApplicationId), Is.EquivalentTo(new[] { first, last }));
        await Break(desk, broken, history);
        await desk.Day();
        Assert.That((await desk.Told<ImplicitRefusal>()).Select(r => r.ApplicationId), Is.EquivalentTo(new[] { first, last, broken }));
    }

    [Test]
    public async Task A_page_of_two_hundred_files_is_not_the_end_of_the_work()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        for (var i = 0; i < 203; i++) await desk.File(new(person, "DUP"));
        desk.On("2026-09-02");
        await desk.Day();
        Assert.That(await desk.Told<ImplicitRefusal>(), Has.Count.EqualTo(203));
    }

    /// <summary>Writes into the file behind the program's back; gives what was there.</summary>
    private static Task<string> Break(Desk desk, Guid id, string text) => desk.With(async (ApplicationsDb db) =>
    {
        var before = await db.Database.SqlQuery<string>($"SELECT History AS Value FROM applications_applications WHERE Id = {id}").SingleAsync();
        await db.Database.ExecuteSqlAsync($"UPDATE applications_applications SET History = {text} WHERE Id = {id}");
        return before;
    });
}
