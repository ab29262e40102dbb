using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.KeepFiles;
using Anef.Applications.Persistence;
using Anef.Applications.StoreDocument;
using Anef.Attestations.Contracts;
using Anef.Procedures.Domain;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.Tests.Unit.Procedures;
using Microsoft.EntityFrameworkCore;
using NSubstitute;

namespace Anef.Tests.Unit.Applications.Keeping;

internal sealed class DestroyingIdentityCopies
{
    [Test]
    public async Task The_person_is_told_fifteen_days_before_and_they_go_on_the_day()
    {
        await using var desk = new Desk();
        var id = await desk.Over();
        await desk.Keep("2026-10-17");
        Assert.That(await desk.Told<DestructionAnnounced>(), Is.Empty);
        await desk.Keep("2026-10-18");
        var told = (await desk.Told<DestructionAnnounced>()).Single();
        Assert.That((told.ApplicationId, told.Thing, told.On), Is.EqualTo((id, "identityCopies", Law.Day("2026-11-02"))));
        await desk.Keep("2026-11-01");
        Assert.That(desk.Contents, Has.Length.EqualTo(2));
        await desk.Keep("2026-11-02");
        Assert.That(desk.Contents, Has.Length.EqualTo(1), "the other document is no copy of an identity document");
        Assert.That(await desk.Destroyed(), Is.EqualTo(new[] { ("identityCopies", 1, 1) }));
    }

    [Test]
    public async Task Name_type_and_days_stay_with_the_rule_that_ended_them_and_nobody_opens_them()
    {
        await using var desk = new Desk();
        var id = await Gone(desk);
        var file = await desk.Look(id);
        var copy = file.Documents.Single(d => d.Code == "IDN").Versions.Single();
        Assert.That((copy.MediaType, copy.Destroyed!.On, copy.Destroyed.Rule.Rule, copy.Destroyed.Rule.Version), Is.EqualTo(("application/pdf", Law.Day("2026-11-02"), "retention.identityCopies", 1)));
        Assert.That(file.History.Select(h => (h.What, h.Detail)).TakeLast(2), Is.EqualTo(new[] { ("destructionAnnounced", "2026-11-02"), ("copiesDestroyed", "IDN") }));
        Assert.That(file.Documents.Single(d => d.Code == "VIECOM").Versions.Single().Destroyed, Is.Null);
        var stored = await desk.With((ApplicationsDb db) => db.StoredFiles.AsNoTracking().SingleAsync(f => f.Id == copy.File));
        Assert.That((stored.Name, stored.Check, stored.WrappedKey), Is.EqualTo(("IDN.pdf", FileCheck.Destroyed, "")));
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => desk.With((DocumentStore store) => store.Open(copy.File, default)));
        Assert.That(refusal!.Code, Is.EqualTo("applications.document-destroyed"));
    }

    [Test]
    public async Task Run_again_the_same_day_changes_nothing()
    {
        await using var desk = new Desk();
        await Gone(desk);
        var (before, lines) = (await desk.Everything(), await desk.Destroyed());
        await desk.Keep("2026-11-02");
        Assert.That(await desk.Everything(), Is.EqualTo(before));
        Assert.That(await desk.Destroyed(), Is.EqualTo(lines));
    }

    [Test]
    public async Task Stopped_between_the_row_and_the_disk_can_be_read_by_nobody_and_is_finished_by_the_next_run()
    {
        await using var desk = new Desk();
        var id = await desk.Over();
        await desk.Keep("2026-10-18");
        desk.On("2026-11-02");
        await desk.With(async (FileKeeper keeper) => { await keeper.Keep(id, desk.Clock.CivilDay(CivilTime.Paris), default); return 0; });
        var copy = (await desk.Look(id)).Documents.Single(d => d.Code == "IDN").Versions.Single();
        Assert.That(copy.Destroyed, Is.Not.Null);
        Assert.That(desk.Contents, Has.Length.EqualTo(2), "the host was killed before the disk");
        Assert.That(() => desk.With((DocumentStore store) => store.Open(copy.File, default)), Throws.TypeOf<RuleBroken>());
        Assert.That((await desk.With((ApplicationsDb db) => db.StoredFiles.AsNoTracking().SingleAsync(f => f.Id == copy.File))).WrappedKey, Is.Empty, "what lies on the disk has no key any more");
        await desk.Keep("2026-11-03");
        Assert.That(desk.Contents, Has.Length.EqualTo(1));
        Assert.That(await desk.Destroyed(), Is.EqualTo(new[] { ("identityCopies", 1, 1) }), "once");
    }

    [Test]
    public async Task Stopped_between_the_disk_and_the_row_goes_on_too()
    {
        await using var desk = new Desk();
        var id = await desk.Over();
        await desk.Keep("2026-10-18");
        desk.On("2026-11-02");
        await desk.With(async (FileKeeper keeper) => { await keeper.Keep(id, desk.Clock.CivilDay(CivilTime.Paris), default); return 0; });
        var copy = (await desk.Look(id)).Documents.Single(d => d.Code == "IDN").Versions.Single();
        await desk.With((DocumentStore store) => { store.Erase(copy.File); return Task.FromResult(0); });
        await desk.Keep("2026-11-02");
        Assert.That((await desk.With((ApplicationsDb db) => db.StoredFiles.AsNoTracking().SingleAsync(f => f.Id == copy.File))).Check, Is.EqualTo(FileCheck.Destroyed));
    }

    [Test]
    public async Task Nothing_of_a_request_under_way_goes_however_old_it_is()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await desk.Ask<StoreDocument.Request, Guid>(new(id, "IDN", new MemoryStream(Papers.Pdf()), "IDN.pdf"));
        await desk.Days("2026-11-20");
        Assert.That((await desk.Look(id)).ImplicitRefusalBornOn, Is.Not.Null, "a silence decides nothing");
        await desk.Keep("2036-01-01");
        Assert.That(desk.Contents, Has.Length.EqualTo(1));
        Assert.That(await desk.Told<DestructionAnnounced>(), Is.Empty);
    }

    [Test]
    public async Task Nor_what_an_attestation_stands_on_that_holds_today()
    {
        await using var desk = new Desk();
        var id = await desk.Over();
        var file = await desk.Look(id);
        Issued(desk, file, AttestationKind.Extension, "valid");
        await desk.Keep("2026-10-18");
        await desk.Keep("2026-11-10");
        Assert.That(desk.Contents, Has.Length.EqualTo(2));
        Issued(desk, file, AttestationKind.Extension, "expired");
        await desk.Keep("2026-11-11");
        await desk.Keep("2026-11-26");
        Assert.That(desk.Contents, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task The_confirmation_of_filing_holds_nothing_back()
    {
        await using var desk = new Desk();
        Issued(desk, await desk.Look(await desk.Over()), AttestationKind.FilingConfirmation, "valid");
        await desk.Keep("2026-10-18");
        await desk.Keep("2026-11-02");
        Assert.That(desk.Contents, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_night_that_comes_late_still_tells_before_it_destroys()
    {
        await using var desk = new Desk();
        await desk.Over();
        await desk.Keep("2027-03-01");
        Assert.That((await desk.Told<DestructionAnnounced>()).Single().On, Is.EqualTo(Law.Day("2027-03-16")));
        await desk.Keep("2027-03-15");
        Assert.That(desk.Contents, Has.Length.EqualTo(2));
        await desk.Keep("2027-03-16");
        Assert.That(desk.Contents, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Another_rule_holds_from_its_first_day_and_is_named()
    {
        await using var desk = new Desk { Retention = Law.RetentionOf(Law.Book.With([Second("2026-10-30", days: 60)])) };
        var id = await desk.Over();
        await desk.Keep("2026-10-18");
        await desk.Keep("2026-11-02");
        Assert.That(desk.Contents, Has.Length.EqualTo(2), "thirty days were the rule until 29 October");
        await desk.Keep("2026-11-16");
        Assert.That(desk.Contents, Has.Length.EqualTo(2));
        await desk.Keep("2026-11-17");
        Assert.That((await desk.Told<DestructionAnnounced>()).Select(t => t.On), Is.EqualTo(new[] { Law.Day("2026-11-02"), Law.Day("2026-12-02") }), "told anew of the other day");
        await desk.Keep("2026-12-02");
        Assert.That((await desk.Look(id)).Documents.Single(d => d.Code == "IDN").Versions.Single().Destroyed!.Rule.Version, Is.EqualTo(2));
        Assert.That(await desk.Destroyed(), Is.EqualTo(new[] { ("identityCopies", 1, 2) }));
    }

    [Test]
    public async Task A_rule_that_shortens_does_not_take_back_the_notice()
    {
        await using var desk = new Desk { Retention = Law.RetentionOf(Law.Book.With([Second("2026-10-20", days: 16)])) };
        await desk.Over();
        await desk.Keep("2026-10-18");
        await desk.Keep("2026-11-01");
        Assert.That(desk.Contents, Has.Length.EqualTo(2), "they were told 2 November");
        await desk.Keep("2026-11-02");
        Assert.That(desk.Contents, Has.Length.EqualTo(1));
    }

    /// <summary>The rules as they are, with another duration for copies from a day on.</summary>
    private static RuleVersion Second(string from, int days) => RuleFamilies.Parse("retention",
        RuleTexts.Dated(EmbeddedRules.TextOf("retention", 1)!, 2, Law.Day(from)).Replace("\"days\": 30 }, \"noticeDays\": 15", $"\"days\": {days} }}, \"noticeDays\": 15", StringComparison.Ordinal));

    private static async Task<Guid> Gone(Desk desk)
    {
        var id = await desk.Over();
        await desk.Keep("2026-10-18");
        await desk.Keep("2026-11-02");
        return id;
    }

    private static void Issued(Desk desk, PermitApplication file, AttestationKind kind, string status) => desk.Attestations.OfApplication(file.PersonId, file.Id, Arg.Any<CancellationToken>())
        .Returns([new AttestationSummary("N", kind, Law.Day("2026-08-01"), null, status, "yes", null, desk.Clock.GetUtcNow())]);
}
