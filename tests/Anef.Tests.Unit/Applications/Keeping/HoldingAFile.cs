using Anef.Applications.Contracts;
using Anef.Applications.HoldFile;
using Anef.SharedKernel.Security;
using Anef.Tests.Unit.Applications.Officers;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications.Keeping;

internal sealed class HoldingAFile
{
    [Test]
    public async Task Nothing_of_it_is_destroyed_nor_announced_while_it_lasts_and_all_is_told_anew_afterwards()
    {
        await using var desk = new Desk();
        var id = await desk.Over();
        await desk.Keep("2026-10-18");
        await Hold(desk, id, "2027-10-01");
        await desk.Keep("2026-11-02");
        await desk.Keep("2033-01-01");
        Assert.That(desk.Contents, Has.Length.EqualTo(2));
        Assert.That(await desk.Told<DestructionAnnounced>(), Has.Count.EqualTo(1));
        Assert.That(await desk.Told<FileDestroyed>(), Is.Empty);
        var person = (await desk.Look(id)).PersonId;
        Assert.That(await desk.With((IKeeping keeping) => keeping.PeopleToKeep([person], default)), Is.EqualTo(new[] { person }), "the neighbours keep theirs too");
        await desk.Do(new LiftHold.Request(id));
        await desk.Keep("2033-01-02");
        Assert.That(desk.Contents, Has.Length.EqualTo(2), "what was told before the hold counts no more");
        await desk.Keep("2033-02-02");
        Assert.That(desk.Contents, Is.Empty);
    }

    [Test]
    public async Task It_is_in_the_history_without_its_reason_and_on_the_list_with_it()
    {
        await using var desk = new Desk();
        var id = await desk.Over();
        await Hold(desk, id, "2026-12-01");
        var file = await desk.Look(id);
        Assert.That((file.History[^1].What, file.History[^1].Detail), Is.EqualTo(("destructionHeld", "2026-12-01")), "an investigation may not bear to be told");
        var line = (await desk.Ask<ListHolds.Request, ListHolds.View>(new())).Lines.Single();
        Assert.That((line.Number, line.Hold.Kind, line.Hold.Why, line.Hold.SetByName, line.Overdue), Is.EqualTo((file.Number, "appeal", "TA Paris 2601234", "Inès Roy", false)));
        desk.On("2026-12-01");
        Assert.That((await desk.Ask<ListHolds.Request, ListHolds.View>(new())).Lines.Single().Overdue);
        await desk.Do(new HoldFile.Request(id, "", "", Law.Day("2027-06-01")));
        Assert.That((await desk.Ask<ListHolds.Request, ListHolds.View>(new())).Lines.Single().Hold.ReviewOn, Is.EqualTo(Law.Day("2027-06-01")), "reviewed, it goes on");
        desk.Visitor = Agents.Referent("69");
        Assert.That((await desk.Ask<ListHolds.Request, ListHolds.View>(new())).Lines, Is.Empty);
    }

    [Test]
    public async Task Only_a_referent_or_a_manager_of_the_prefecture_sets_or_lifts_it()
    {
        await using var desk = new Desk();
        var id = await desk.Over();
        foreach (var visitor in new[] { Agents.Officer(), Agents.Referent("69"), Agents.Agent("Luc Petit", new RoleGrant(Role.TeamManager, "93")) })
        {
            desk.Visitor = visitor;
            Assert.That((await desk.Refused(new HoldFile.Request(id, "appeal", "TA", Law.Day("2026-12-01")))).Code, Is.EqualTo("applications.hold-rights"));
        }
        desk.Visitor = Agents.Agent("Luc Petit", new RoleGrant(Role.TeamManager, "75"));
        await desk.Do(new HoldFile.Request(id, "investigation", "Parquet", Law.Day("2026-12-01")));
        desk.Visitor = Agents.Officer();
        Assert.That((await desk.Refused(new LiftHold.Request(id))).Code, Is.EqualTo("applications.hold-rights"));
    }

    [TestCase("appeal", "", "2026-12-01", "applications.hold-why")]
    [TestCase("because", "x", "2026-12-01", "applications.hold-kind")]
    [TestCase("appeal", "x", "2026-08-03", "applications.hold-review")]
    [TestCase("appeal", "x", "2027-08-04", "applications.hold-review")]
    public async Task It_has_a_reason_and_a_day_on_which_somebody_looks_again(string kind, string why, string review, string code)
    {
        await using var desk = new Desk();
        var id = await desk.Over();
        desk.Visitor = Agents.Referent();
        Assert.That((await desk.Refused(new HoldFile.Request(id, kind, why, Law.Day(review)))).Code, Is.EqualTo(code));
        Assert.That((await desk.Refused(new LiftHold.Request(id))).Code, Is.EqualTo("applications.not-held"));
    }

    private static async Task Hold(Desk desk, Guid id, string review)
    {
        desk.Visitor = Agents.Referent();
        await desk.Do(new HoldFile.Request(id, "appeal", "TA Paris 2601234", Law.Day(review)));
    }
}
