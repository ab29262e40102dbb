using Anef.Applications.AmendApplication;
using Anef.Applications.Contracts;
using Anef.Applications.FileApplication;
using Anef.Applications.MovePerson;
using Anef.Applications.Persistence;
using Anef.Applications.SupplyDocuments;
using Anef.Applications.WithdrawApplication;
using Anef.SharedKernel.Rules;
using Anef.Tests.Unit.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Unit.Applications;

internal sealed class KeepingADraft
{
    [Test]
    public async Task T01_Too_early_is_not_filed_and_the_opening_day_is_told()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        desk.On("2026-06-01");
        var kept = await desk.File(new(person, "CJF"));
        Assert.That((kept.Status, kept.OpensOn), Is.EqualTo(("draft", (DateOnly?)Law.Day("2026-06-02"))));
        Assert.That(await desk.Told<DraftKept>(), Is.EqualTo(new[] { new DraftKept(person, kept.ApplicationId, Law.Day("2026-06-02"), "CJF") }));
        Assert.That(await desk.Told<ApplicationFiled>(), Is.Empty);
    }

    [Test]
    public async Task T01_The_draft_is_filed_when_the_window_opens_under_the_number_it_had()
    {
        await using var desk = new Desk();
        var (person, kept) = await Kept(desk);
        desk.On("2026-06-02");
        var filed = await desk.File(new(person, "CJF") { DraftId = kept.ApplicationId });
        Assert.That((filed.ApplicationId, filed.Number, filed.Status, filed.OpensOn), Is.EqualTo((kept.ApplicationId, kept.Number, "toBeChecked", (DateOnly?)null)));
        Assert.That(await desk.With((ApplicationsDb db) => db.Applications.CountAsync()), Is.EqualTo(1));
        Assert.That((await desk.Look(filed.ApplicationId)).History.Select(h => h.What), Is.EqualTo(new[] { "draftKept", "filed", "fileComplete" }));
    }

    [Test]
    public async Task Tried_again_too_early_the_draft_stays_one_draft()
    {
        await using var desk = new Desk();
        var (person, kept) = await Kept(desk);
        Assert.That((await desk.File(new(person, "CJF") { DraftId = kept.ApplicationId })).Status, Is.EqualTo("draft"));
        Assert.That(await desk.With((ApplicationsDb db) => db.Applications.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Another_s_draft_is_not_found()
    {
        await using var desk = new Desk();
        var (_, kept) = await Kept(desk);
        var other = await desk.Register();
        desk.On("2026-06-02");
        Assert.That(async () => await desk.File(new(other, "CJF") { DraftId = kept.ApplicationId }), Throws.TypeOf<NotFound>());
    }

    [Test]
    public async Task A_dropped_draft_is_over_at_once_and_is_not_filed_any_more()
    {
        await using var desk = new Desk();
        var (person, kept) = await Kept(desk);
        await desk.Do(new WithdrawApplication.Request(kept.ApplicationId));
        Assert.That((await desk.Look(kept.ApplicationId)).Status, Is.EqualTo("withdrawn"));
        Assert.That(await desk.Told<WithdrawalRequested>(), Is.Empty);
        desk.On("2026-06-02");
        Assert.That(async () => await desk.File(new(person, "CJF") { DraftId = kept.ApplicationId }), Throws.TypeOf<NotFound>());
    }

    [Test]
    public async Task The_person_is_told_on_the_opening_day_of_a_draft_that_is_no_renewal()
    {
        await using var desk = new Desk();
        var person = await desk.Register(Desk.Holder(procedure: "ICT", ground: "L421-26"));
        await desk.File(new(person, "SAL") { Kind = "change_status" });
        await desk.Days("2026-06-03");
        Assert.That((await desk.Told<WindowOpened>()).Select(w => (w.PersonId, w.Procedure)), Is.EqualTo(new[] { (person, "SAL") }));
    }

    [Test]
    public async Task After_a_move_it_is_filed_where_the_person_lives()
    {
        await using var desk = new Desk();
        var (person, kept) = await Kept(desk);
        await desk.Do(new MovePerson.Request(person, "974"));
        desk.On("2026-06-02");
        await desk.File(new(person, "CJF") { DraftId = kept.ApplicationId });
        var filed = await desk.Look(kept.ApplicationId);
        Assert.That((filed.Prefecture, filed.Zone, filed.Site), Is.EqualTo(("974", "Indian/Reunion", "Préfecture 974")));
        Assert.That(filed.Number, Is.EqualTo(kept.Number));
    }

    [Test]
    public async Task What_is_asked_and_how_is_what_was_said_when_it_is_filed()
    {
        await using var desk = new Desk();
        var (person, kept) = await Kept(desk);
        desk.On("2026-06-05");
        await desk.File(new(person, "PEF") { DraftId = kept.ApplicationId, Channel = "post", ReceivedOn = Law.Day("2026-06-03") });
        var filed = await desk.Look(kept.ApplicationId);
        Assert.That((filed.Procedure, filed.Ground, filed.Channel, filed.FiledOn), Is.EqualTo(("PEF", "L423-7", "post", (DateOnly?)Law.Day("2026-06-03"))));
        Assert.That(filed.KeyedAt, Is.EqualTo(desk.Clock.GetUtcNow()));
    }

    [Test]
    public async Task Nothing_is_asked_of_a_draft_but_to_be_filed_on_its_day()
    {
        await using var desk = new Desk();
        var (_, kept) = await Kept(desk);
        var supplied = await desk.Refused(new SupplyDocuments.Request(kept.ApplicationId, ["VIECOM"]));
        var amended = await desk.Refused(new AmendApplication.Request(kept.ApplicationId, new Dictionary<string, string> { ["phone"] = "0102030405" }));
        Assert.That(new[] { supplied.Code, amended.Code }, Is.All.EqualTo("applications.draft"));
        Assert.That(supplied.Message, Does.Contain("brouillon").And.Contain("02/06/2026"));
    }

    private static async Task<(Guid Person, FileApplication.Filed Kept)> Kept(Desk desk)
    {
        var person = await desk.Register();
        return (person, await desk.File(new(person, "CJF")));
    }
}
