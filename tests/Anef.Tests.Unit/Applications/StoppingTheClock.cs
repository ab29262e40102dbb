using Anef.Applications.Contracts;
using Anef.Applications.RequestDocuments;
using Anef.Applications.SupplyDocuments;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications;

/// <summary>Art. L.114-5 CRPA: silence does not run while documents asked of a complete file are awaited. Without it the refusal is of 15 November 2026.</summary>
internal sealed class StoppingTheClock
{
    [Test]
    public async Task While_a_piece_is_awaited_the_days_are_added_when_it_comes()
    {
        await using var desk = new Desk();
        var id = await Asked(desk, "2026-07-20", "AVIS", "2026-08-20");
        Assert.That((await desk.Look(id)).CompleteSince, Is.EqualTo(Law.Day("2026-07-15")), "the file stays complete");
        await Came(desk, id, "2026-08-10", "AVIS");
        Assert.That((await desk.Look(id)).ImplicitRefusalOn, Is.EqualTo(Law.Day("2026-11-15").AddDays(21)));
    }

    [Test]
    public async Task Until_the_due_date_and_not_longer_when_nothing_comes()
    {
        await using var desk = new Desk();
        var id = await Asked(desk, "2026-07-20", "AVIS", "2026-08-20");
        await desk.Days("2026-08-20");
        Assert.That((await desk.Look(id)).ImplicitRefusalOn, Is.EqualTo(Law.Day("2026-11-15")), "the last day is not over");
        await desk.Days("2026-08-21");
        Assert.That((await desk.Look(id)).ImplicitRefusalOn, Is.EqualTo(Law.Day("2026-11-15").AddDays(31)));
        await Came(desk, id, "2026-09-01", "AVIS");
        await desk.Days("2026-09-02");
        Assert.That((await desk.Look(id)).ImplicitRefusalOn, Is.EqualTo(Law.Day("2026-11-15").AddDays(31)), "once");
    }

    [TestCase("2026-08-05", "2026-08-10")]
    [TestCase("2026-08-10", "2026-08-05")]
    public async Task Two_requests_at_once_stop_one_clock(string first, string second)
    {
        await using var desk = new Desk();
        var id = await Asked(desk, "2026-07-20", "AVIS", "2026-08-20");
        await Ask(desk, id, "2026-07-25", "BAIL", "2026-08-15");
        foreach (var (day, piece) in new[] { (first, "AVIS"), (second, "BAIL") }.OrderBy(p => p.Item1, StringComparer.Ordinal))
            await Came(desk, id, day, piece);
        Assert.That((await desk.Look(id)).ImplicitRefusalOn, Is.EqualTo(Law.Day("2026-11-15").AddDays(21)), "from 20 July to 10 August");
    }

    [Test]
    public async Task Days_before_a_clock_that_began_again_are_not_added()
    {
        await using var desk = new Desk();
        var id = await Asked(desk, "2026-07-20", "AVIS", "2026-08-20");
        await Ask(desk, id, "2026-07-25", "VIECOM", "2026-08-25"); // indispensable: the file is incomplete
        await Came(desk, id, "2026-08-01", "VIECOM");
        Assert.That((await desk.Look(id)).ImplicitRefusalOn, Is.EqualTo(Law.Day("2026-12-01")));
        await Came(desk, id, "2026-08-10", "AVIS");
        Assert.That((await desk.Look(id)).ImplicitRefusalOn, Is.EqualTo(Law.Day("2026-12-10")));
    }

    [Test]
    public async Task Not_without_a_due_date()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await desk.Do(new RequestDocuments.Request(id, ["AVIS"], null));
        await Came(desk, id, "2026-08-10", "AVIS");
        Assert.That((await desk.Look(id)).ImplicitRefusalOn, Is.EqualTo(Law.Day("2026-11-15")));
    }

    [Test]
    public async Task The_refusal_is_not_born_while_it_stands_still()
    {
        await using var desk = new Desk("2026-06-01");
        var student = await desk.Register(Desk.Holder("2026-09-30", "ETU-R", "L422-1"));
        desk.On("2026-06-02");
        var id = (await desk.File(new(student, "ETU-R"))).ApplicationId; // silence: 31 August
        await Ask(desk, id, "2026-08-25", "AVIS", "2026-09-05");
        await desk.Days("2026-09-10");
        Assert.That((await desk.Look(id)).ImplicitRefusalBornOn, Is.Null);
        await desk.Days("2026-09-12");
        Assert.That((await desk.Told<ImplicitRefusal>()).Single().BornOn, Is.EqualTo(Law.Day("2026-09-11")));
    }

    [Test]
    public async Task The_person_is_reminded_before_the_due_date_on_each_rung_once()
    {
        await using var desk = new Desk();
        var id = await Asked(desk, "2026-07-20", "AVIS", "2026-08-20");
        await desk.Days("2026-08-12");
        Assert.That(await desk.Told<DocumentsDueSoon>(), Is.Empty);
        await desk.Days("2026-08-14");
        await desk.Day();
        Assert.That(await desk.Told<DocumentsDueSoon>(), Has.Count.EqualTo(1));
        await desk.Days("2026-08-21");
        Assert.That((await desk.Told<DocumentsDueSoon>()).Select(d => (d.ApplicationId, d.Due)), Is.EqualTo(Enumerable.Repeat((id, Law.Day("2026-08-20")), 2)));
    }

    [Test]
    public async Task And_no_more_once_the_pieces_came()
    {
        await using var desk = new Desk();
        var id = await Asked(desk, "2026-07-20", "AVIS", "2026-08-20");
        await desk.Days("2026-08-14");
        await Came(desk, id, "2026-08-15", "AVIS");
        await desk.Days("2026-08-21");
        Assert.That(await desk.Told<DocumentsDueSoon>(), Has.Count.EqualTo(1));
        Assert.That((await desk.Look(id)).NextDeadlineOn, Is.EqualTo(Law.Day("2026-11-15").AddDays(26)));
    }

    [Test]
    public async Task A_part_of_what_was_asked_is_not_all_of_it()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await desk.Do(new RequestDocuments.Request(id, ["AVIS", "BAIL"], Law.Day("2026-08-20")));
        await Came(desk, id, "2026-08-10", "AVIS");
        Assert.That((await desk.Look(id)).Status, Is.EqualTo("waitingForDocuments"));
        await Came(desk, id, "2026-08-12", "BAIL");
        Assert.That((await desk.Look(id)).Status, Is.EqualTo("toBeChecked"));
    }

    private static async Task<Guid> Asked(Desk desk, string day, string piece, string due)
    {
        var id = await desk.Filed();
        await Ask(desk, id, day, piece, due);
        return id;
    }

    private static Task Ask(Desk desk, Guid id, string day, string piece, string due)
    {
        desk.On(day);
        return desk.Do(new RequestDocuments.Request(id, [piece], Law.Day(due)));
    }

    private static Task Came(Desk desk, Guid id, string day, string piece)
    {
        desk.On(day);
        return desk.Do(new SupplyDocuments.Request(id, [piece]));
    }
}
