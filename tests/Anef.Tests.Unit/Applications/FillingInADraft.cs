using Anef.Applications.AttachToDraft;
using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.DropDraft;
using Anef.Applications.FileApplication;
using Anef.Applications.ForgetDrafts;
using Anef.Applications.ListDrafts;
using Anef.Applications.Persistence;
using Anef.Applications.ReadDraft;
using Anef.Applications.SaveDraft;
using Anef.Applications.StartDraft;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.Tests.Unit.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Unit.Applications;

internal sealed class FillingInADraft
{
    [Test]
    public async Task Begun_twice_it_is_one_and_it_is_gone_on_with_from_anywhere()
    {
        await using var desk = new Desk();
        var person = await desk.SignInAsHolder();
        var (one, other) = (await Start(desk), await Start(desk));
        Assert.That(other, Is.EqualTo(one));
        await Save(desk, one, "situation", 0, ("held", "yes"));
        var view = await Read(desk, one);
        Assert.That((view.Answers["held"], view.Draft.Step, view.Person!.Id), Is.EqualTo(("yes", "identity", person)));
        var row = (await desk.Ask<ListDrafts.Request, IReadOnlyList<ListDrafts.Row>>(new())).Single();
        Assert.That((row.Id, row.Step, row.KeptUntil), Is.EqualTo((one, "identity", new DateOnly(2026, 10, 28))));
    }

    [Test]
    public async Task Two_tabs_that_save_the_same_step_are_told_and_nothing_is_lost()
    {
        await using var desk = new Desk();
        await desk.SignInAsHolder();
        var id = await Start(desk);
        await Save(desk, id, "contact", 0, ("email", "one@example.org"));
        var refusal = await desk.Refused<SaveDraft.Request, Anef.SharedKernel.UseCases.Done>(Saving(id, "contact", 0, ("email", "two@example.org")));
        Assert.That((refusal.Code, refusal.Message), Is.EqualTo(("applications.draft-changed", refusal.Message)));
        Assert.That(refusal.Message, Does.Contain("Rien n'est perdu"));
        Assert.That((await Read(desk, id)).Answers["email"], Is.EqualTo("one@example.org"));
        await Save(desk, id, "contact", 1, ("email", "two@example.org"));
        Assert.That((await Read(desk, id)).Answers["email"], Is.EqualTo("two@example.org"), "saved again, knowing of the other");
    }

    [Test]
    public async Task The_same_answers_twice_or_another_step_are_no_conflict()
    {
        await using var desk = new Desk();
        await desk.SignInAsHolder();
        var id = await Start(desk);
        await Save(desk, id, "contact", 0, ("email", "one@example.org"));
        await Save(desk, id, "contact", 0, ("email", "one@example.org"));
        await Save(desk, id, "place", 0, ("prefecture", "69"));
        Assert.That((await Read(desk, id)).Answers["prefecture"], Is.EqualTo("69"));
    }

    [Test]
    public async Task An_answer_is_taken_back_by_an_empty_one()
    {
        await using var desk = new Desk();
        await desk.SignInAsHolder();
        var id = await Start(desk);
        await Save(desk, id, "contact", 0, ("phone", "0601020304"));
        await Save(desk, id, "contact", 1, ("phone", " "));
        Assert.That((await Read(desk, id)).Answers["phone"], Is.Null);
    }

    [Test]
    public async Task Several_files_make_a_document_and_one_taken_out_is_destroyed()
    {
        await using var desk = new Desk();
        await desk.SignInAsHolder();
        var id = await Start(desk);
        var front = await desk.Attach(id, "IDN", Papers.Jpeg());
        var back = await desk.Attach(id, "IDN", Papers.Png());
        Assert.That((await Read(desk, id)).FilesOf("IDN").Select(f => f.Id), Is.EqualTo(new[] { front, back }));
        await desk.Do(new DetachFromDraft.Request(id, front));
        await desk.Do(new DetachFromDraft.Request(id, front));
        Assert.That((await Read(desk, id)).FilesOf("IDN").Select(f => f.Id), Is.EqualTo(new[] { back }));
        Assert.That(Directory.GetFiles(desk.Documents, "*", SearchOption.AllDirectories).Select(Path.GetFileName), Is.EqualTo(new[] { $"{back:N}" }));
    }

    [TestCase("../IDN")]
    [TestCase("")]
    public async Task A_document_of_no_list_takes_no_file(string document)
    {
        await using var desk = new Desk();
        await desk.SignInAsHolder();
        var id = await Start(desk);
        Assert.That(async () => await desk.Attach(id, document, Papers.Pdf()), Throws.TypeOf<NotFound>());
        Assert.That(Directory.Exists(desk.Documents), Is.False);
    }

    [Test]
    public async Task Dropped_it_is_gone_with_its_files()
    {
        await using var desk = new Desk();
        await desk.SignInAsHolder();
        var id = await Start(desk);
        await desk.Attach(id, "IDN", Papers.Pdf());
        await desk.Do(new DropDraft.Request(id));
        Assert.That(async () => await Read(desk, id), Throws.TypeOf<NotFound>());
        Assert.That(Directory.GetFiles(desk.Documents, "*", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public async Task It_is_kept_for_180_days_after_its_last_change_and_its_owner_is_told_before()
    {
        await using var desk = new Desk();
        var person = await desk.SignInAsHolder();
        var id = await Start(desk);
        await desk.Attach(id, "IDN", Papers.Pdf());
        await desk.ForgetDrafts("2026-10-12");
        Assert.That(await desk.Told<DraftEnding>(), Is.Empty);
        await desk.ForgetDrafts("2026-10-13");
        await desk.ForgetDrafts("2026-10-14");
        Assert.That(await desk.Told<DraftEnding>(), Is.EqualTo(new[] { new DraftEnding(desk.Visitor.AccountId!.Value, person, id, Law.Day("2026-10-28")) }), "once");
        await desk.ForgetDrafts("2026-10-27");
        Assert.That((await Drafts(desk), desk.Contents.Length), Is.EqualTo((1, 1)));
        await desk.ForgetDrafts("2026-10-28");
        Assert.That((await Drafts(desk), desk.Contents.Length), Is.EqualTo((0, 0)));
        Assert.That(await desk.With((ApplicationsDb db) => db.StoredFiles.CountAsync()), Is.Zero);
        Assert.That(await desk.Destroyed(), Is.EqualTo(new[] { ("drafts", 1, 1) }));
    }

    [Test]
    public async Task Gone_on_with_after_the_notice_it_is_kept_as_long_again()
    {
        await using var desk = new Desk();
        await desk.SignInAsHolder();
        var id = await Start(desk);
        await desk.ForgetDrafts("2026-10-13");
        await desk.Attach(id, "IDN", Papers.Pdf());
        await desk.Save(id, "situation", ("held", "yes"));
        await desk.ForgetDrafts("2026-10-28");
        Assert.That(await Drafts(desk), Is.EqualTo(1));
        await desk.ForgetDrafts("2027-05-01");
        Assert.That((await Drafts(desk), (await desk.Told<DraftEnding>()).Count), Is.EqualTo((1, 2)), "told anew, and kept until then");
    }

    [Test]
    public async Task A_content_that_the_disk_still_holds_after_a_crash_is_taken_off_it_by_the_next_night()
    {
        await using var desk = new Desk();
        await desk.SignInAsHolder();
        var id = await Start(desk);
        var file = await desk.Attach(id, "IDN", Papers.Pdf());
        await desk.With(async (ApplicationsDb db) => { (await db.StoredFiles.SingleAsync(f => f.Id == file)).Forsake(); return await db.SaveChangesAsync(); });
        Assert.That(desk.Contents, Has.Length.EqualTo(1));
        await desk.ForgetDrafts("2026-05-02");
        Assert.That((desk.Contents.Length, await desk.With((ApplicationsDb db) => db.StoredFiles.CountAsync())), Is.EqualTo((0, 0)));
    }

    private static Task<int> Drafts(Desk desk) => desk.With((ApplicationsDb db) => db.Drafts.CountAsync());

    [Test]
    public async Task Nobody_else_opens_it()
    {
        await using var desk = new Desk();
        var person = await desk.SignInAsHolder();
        var id = await Start(desk);
        Visitor[] strangers =
        [
            Visitor.Nobody, Desk.Agent(Role.WelcomePoint, "75"), Desk.Agent(Role.CaseOfficer, "75"), Desk.Applicant(null), Desk.Applicant(await desk.Register()), Desk.Agent(Role.CaseOfficer, "69"), Desk.Agent(Role.ContactCentre, null),
            Desk.Agent(Role.Ministry, null), Desk.Agent(Role.Operator, null),
        ];
        foreach (var stranger in strangers)
        {
            desk.Visitor = stranger;
            Assert.That(async () => await Read(desk, id), Throws.TypeOf<NotFound>(), $"{stranger}");
            Assert.That(async () => await Save(desk, id, "situation", 0, ("held", "no")), Throws.TypeOf<NotFound>());
            Assert.That(async () => await desk.Attach(id, "IDN", Papers.Pdf()), Throws.TypeOf<NotFound>());
            Assert.That(async () => await desk.Do(new DropDraft.Request(id)), Throws.TypeOf<NotFound>());
        }
        desk.Visitor = Desk.Applicant(person);
        Assert.That((await Read(desk, id)).Draft.Id, Is.EqualTo(id));
    }

    [Test]
    public async Task A_victim_s_is_opened_by_nobody_at_a_counter_but_a_referent()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        desk.Visitor = Desk.Agent(Role.Referent, "75");
        var id = await desk.Ask<StartDraft.Request, Guid>(new("OP", For: person));
        desk.Visitor = Desk.Agent(Role.CaseOfficer, "75");
        Assert.That(async () => await Read(desk, id), Throws.TypeOf<NotFound>());
        desk.Visitor = Desk.Agent(Role.Referent, "75");
        Assert.That((await Read(desk, id)).Draft.Id, Is.EqualTo(id));
    }

    [Test]
    public async Task At_a_counter_nobody_but_a_referent_helps_somebody_in_danger()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        desk.Visitor = Desk.Agent(Role.WelcomePoint, "75");
        var before = await desk.Ask<StartDraft.Request, Guid>(new("CJF", For: person));
        await desk.Ask<FileApplication.Request, FileApplication.Filed>(new(person, "OP") { Kind = "first" });
        Assert.That(async () => await Read(desk, await desk.Ask<StartDraft.Request, Guid>(new("DUP", For: person))), Throws.TypeOf<NotFound>());
        desk.Visitor = Desk.Agent(Role.CaseOfficer, "75");
        Assert.That(async () => await Read(desk, before), Throws.TypeOf<NotFound>(), "what was begun before is closed too");
        desk.Visitor = Desk.Agent(Role.Referent, "75");
        Assert.That((await Read(desk, before)).Draft.Id, Is.EqualTo(before));
    }

    [Test]
    public async Task At_a_counter_each_stranger_begins_anew_and_each_person_goes_on()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        desk.Visitor = Desk.Agent(Role.WelcomePoint, "75");
        var (one, other) = (await Start(desk), await Start(desk));
        Assert.That(other, Is.Not.EqualTo(one));
        desk.Visitor = Desk.Applicant(person);
        var alone = await desk.Ask<StartDraft.Request, Guid>(new("CR-R"));
        desk.Visitor = Desk.Agent(Role.WelcomePoint, "75");
        Assert.That(await desk.Ask<StartDraft.Request, Guid>(new("CR-R", For: person)), Is.Not.EqualTo(alone), "what somebody writes alone is not shown there");
        var begun = await desk.Ask<StartDraft.Request, Guid>(new("CJF", For: person));
        desk.Visitor = Desk.Agent(Role.CaseOfficer, "75");
        Assert.That((await Read(desk, begun)).Draft.Id, Is.EqualTo(begun));
        desk.Visitor = Desk.Applicant(person);
        Assert.That(await Start(desk), Is.EqualTo(begun), "what was begun at the counter is gone on with at home");
        desk.Visitor = Desk.Agent(Role.WelcomePoint, "69");
        Assert.That(async () => await desk.Ask<StartDraft.Request, Guid>(new("CJF", For: person)), Throws.TypeOf<NotFound>(), "lives elsewhere");
    }

    private static Task<Guid> Start(Desk desk) => desk.Ask<StartDraft.Request, Guid>(new("CJF"));

    private static Task<ReadDraft.View> Read(Desk desk, Guid id) => desk.Ask<ReadDraft.Request, ReadDraft.View>(new(id));

    private static SaveDraft.Request Saving(Guid id, string step, int seen, params (string, string)[] answers) => new(id, step, answers.ToDictionary(a => a.Item1, a => (string?)a.Item2), seen);

    private static Task Save(Desk desk, Guid id, string step, int seen, params (string, string)[] answers) => desk.Do(Saving(id, step, seen, answers));
}
