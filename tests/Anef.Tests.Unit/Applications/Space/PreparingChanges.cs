using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Applications.Domain;
using Anef.Applications.Persistence;
using Anef.Applications.PrepareChanges;
using Anef.Applications.ShowChanges;
using Anef.SharedKernel.Rules;
using Anef.Tests.Unit.Applications.Officers;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Unit.Applications.Space;

internal sealed class PreparingChanges
{
    private static readonly byte[] Photograph = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xDE,
        0, 0, 0, 12, .. "IDAT"u8, 8, 0xD7, 0x63, 0xF8, 0xCF, 0xC0, 0, 0, 3, 1, 1, 0, 0x18, 0xDD, 0x8D, 0xB0, 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];

    [Test]
    public async Task Changes_nothing_before_they_are_sent_and_keeps_them_from_one_device_to_another()
    {
        await using var desk = new Desk();
        var file = await Mine(desk);
        await desk.Do(new StageAnswers.Request(file.Number, Fields(("email", "awa@new.example"), ("phone", "06 11 22 33 44"))));
        await Attach(desk, file.Number, "VIECOM");
        var prepared = await desk.Ask<ShowPrepared.Request, ShowPrepared.View>(new(file.Number.ToLowerInvariant()));
        Assert.That(prepared.Answers.Where(a => a.Prepared is not null).Select(a => (a.Field, a.InForce, a.Prepared)),
            Is.EquivalentTo(new[] { ("email", "awa@example.org", "awa@new.example"), ("phone", "", "06 11 22 33 44") }));
        Assert.That(prepared.Prepared.Single(), Has.Property("Code").EqualTo("VIECOM").And.Property("Replaces").True);
        Assert.That(prepared.ChangedAt, Is.EqualTo(desk.Clock.GetUtcNow()));
        var now = await desk.Look(file.Id);
        Assert.That((now.Answers.Count, now.Documents.Sum(d => d.Versions.Count), (await desk.Someone(file.PersonId)).Contact.Email), Is.EqualTo((1, 0, "awa@example.org")));
    }

    [Test]
    public async Task Sends_them_as_one_version_that_carries_their_name()
    {
        await using var desk = new Desk();
        var file = await Mine(desk);
        await desk.Do(new StageAnswers.Request(file.Number, Fields(("email", "awa@new.example"))));
        await desk.Do(new StageAnswers.Request(file.Number, Fields(("commune", "Paris"))));
        await Attach(desk, file.Number, "VIECOM");
        desk.On("2026-07-18");
        await desk.Do(new SendChanges.Request(file.Number));
        var (now, told) = (await desk.Look(file.Id), (await desk.Told<ChangesSent>()).Single());
        Assert.Multiple(async () =>
        {
            Assert.That((now.Answers.Count, now.Answers[1].Set, now.FiledOn), Is.EqualTo((2, (Guid?)told.SetId, file.FiledOn)));
            Assert.That(now.Documents.SelectMany(d => d.Versions).Single().Set, Is.EqualTo(told.SetId));
            Assert.That(told.Fields, Is.EquivalentTo(new[] { "commune", "email" }));
            Assert.That(told.Documents, Is.EqualTo(new[] { "VIECOM" }));
            Assert.That((await desk.Told<ApplicationAmended>()).Single().Fields, Is.EquivalentTo(new[] { "email", "commune" }));
            Assert.That((await desk.Told<DocumentsSupplied>()).Single().Documents, Is.EqualTo(new[] { "VIECOM" }));
            Assert.That((await desk.Someone(file.PersonId)).Contact.Email, Is.EqualTo("awa@new.example"));
            Assert.That((await desk.Ask<ShowPrepared.Request, ShowPrepared.View>(new(file.Number))).Nothing);
        });
    }

    [Test]
    public async Task Shows_an_officer_what_was_and_what_is()
    {
        await using var desk = new Desk();
        var file = await Mine(desk);
        await desk.Do(new StageAnswers.Request(file.Number, Fields(("email", "one@example.org"))));
        await Attach(desk, file.Number, "VIECOM");
        await desk.Do(new SendChanges.Request(file.Number));
        desk.On("2026-07-20");
        await desk.Do(new StageAnswers.Request(file.Number, Fields(("email", "two@example.org"))));
        await Attach(desk, file.Number, "VIECOM");
        await desk.Do(new SendChanges.Request(file.Number));
        var changes = await desk.Ask<ChangesOf.Request, IReadOnlyList<ChangesOf.Change>>(new(file.Id));
        var versions = (await desk.Look(file.Id)).Documents.Single(d => d.Code == "VIECOM").Versions;
        Assert.That(changes.Select(c => (c.Fields.Single().Before, c.Fields.Single().After)), Is.EqualTo(new[] { ("one@example.org", "two@example.org"), ("awa@example.org", "one@example.org") }), "the latest first");
        Assert.That(changes.Select(c => (c.Documents.Single().Before?.File, c.Documents.Single().After.Single().File)), Is.EqualTo(new[] { ((Guid?)versions[0].File, versions[1].File), (null, versions[0].File) }));
        Assert.That((await desk.Ask<ChangesOf.Request, IReadOnlyList<ChangesOf.Change>>(new(file.Id, changes[1].Set))).Single().Set, Is.EqualTo(changes[1].Set));
    }

    [Test]
    public async Task Takes_what_was_put_back_for_no_change_and_an_empty_answer_for_one()
    {
        await using var desk = new Desk();
        var file = await Mine(desk);
        await desk.Do(new StageAnswers.Request(file.Number, Fields(("email", "other@example.org"))));
        await desk.Do(new StageAnswers.Request(file.Number, Fields(("email", " awa@example.org "))));
        Assert.That((await desk.Refused(new SendChanges.Request(file.Number))).Code, Is.EqualTo("applications.nothing-amended"));
        await desk.Do(new StageAnswers.Request(file.Number, Fields(("email", ""))));
        await desk.Do(new SendChanges.Request(file.Number));
        Assert.That((await desk.Someone(file.PersonId)).Contact.Email, Is.Null);
    }

    [Test]
    public async Task Sent_twice_counts_once()
    {
        await using var desk = new Desk();
        var file = await Mine(desk);
        await desk.Do(new StageAnswers.Request(file.Number, Fields(("email", "other@example.org"))));
        await desk.Do(new SendChanges.Request(file.Number));
        Assert.That((await desk.Refused(new SendChanges.Request(file.Number))).Message, Does.Contain("déjà envoyées"));
        Assert.That(await desk.Told<ChangesSent>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Discards_them_with_their_files()
    {
        await using var desk = new Desk();
        var file = await Mine(desk);
        await Attach(desk, file.Number, "VIECOM");
        await Attach(desk, file.Number, "MARI");
        var first = (await desk.Ask<ShowPrepared.Request, ShowPrepared.View>(new(file.Number))).Prepared[0].File.File;
        await desk.Do(new UnstageDocument.Request(file.Number, first));
        Assert.That(Kept(desk), Is.EqualTo(1));
        await desk.Do(new DiscardChanges.Request(file.Number));
        Assert.That((Kept(desk), await desk.With((ApplicationsDb db) => db.StoredFiles.CountAsync())), Is.EqualTo((0, 0)));
        Assert.That((await desk.Ask<ShowPrepared.Request, ShowPrepared.View>(new(file.Number))).Nothing);
    }

    [Test]
    public async Task Somebody_else_s_request_is_not_there()
    {
        await using var desk = new Desk();
        var file = await Mine(desk);
        desk.Visitor = Agents.Applicant(await desk.Register());
        Assert.That(() => desk.Do(new StageAnswers.Request(file.Number, Fields(("email", "x@example.org")))), Throws.TypeOf<NotFound>());
        Assert.That(() => desk.Do(new SendChanges.Request(file.Number)), Throws.TypeOf<NotFound>());
        Assert.That(() => desk.Ask<ShowPrepared.Request, ShowPrepared.View>(new(file.Number)), Throws.TypeOf<NotFound>());
        desk.Visitor = Agents.Officer();
        Assert.That(() => desk.Do(new SendChanges.Request(file.Number)), Throws.TypeOf<NotFound>());
    }

    [Test]
    public async Task Nothing_changes_after_the_decision_and_what_was_prepared_is_said_to_be_late()
    {
        await using var desk = new Desk();
        var file = await Mine(desk);
        await desk.Do(new StageAnswers.Request(file.Number, Fields(("email", "late@example.org"))));
        await desk.Do(new SignDecision.Request(file.Id, DecisionOutcome.Grant, []));
        await desk.Do(new NotifyDecision.Request(file.Id));
        Assert.That((await desk.Refused(new SendChanges.Request(file.Number))).Code, Is.EqualTo("applications.over"));
    }

    [Test]
    public async Task A_document_that_the_list_does_not_know_is_refused_and_not_kept()
    {
        await using var desk = new Desk();
        var file = await Mine(desk);
        Assert.That(async () => await Attach(desk, file.Number, "NOTHING"), Throws.TypeOf<RuleBroken>().With.Property("Code").EqualTo("applications.unknown-document"));
        Assert.That(Kept(desk), Is.Zero);
    }

    private static async Task<PermitApplication> Mine(Desk desk)
    {
        var file = await desk.Look(await desk.Filed());
        desk.Visitor = Agents.Applicant(file.PersonId);
        return file;
    }

    private static Task Attach(Desk desk, string number, string document) => desk.Do(new StageDocument.Request(number, document, new MemoryStream(Photograph), "photo.png"));

    private static int Kept(Desk desk) => Directory.Exists(desk.Documents) ? Directory.EnumerateFiles(desk.Documents, "*", SearchOption.AllDirectories).Count() : 0;

    private static Dictionary<string, string> Fields(params (string, string)[] fields) => fields.ToDictionary(f => f.Item1, f => f.Item2);
}
