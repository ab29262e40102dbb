using Anef.Applications.AmendApplication;
using Anef.Applications.ConfirmComplete;
using Anef.Applications.Domain;
using Anef.Applications.NoteOnFile;
using Anef.Applications.Persistence;
using Anef.Applications.ReadFile;
using Anef.Applications.RequestDocuments;
using Anef.Applications.WorkOnFile;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Unit.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Unit.Applications.Officers;

internal sealed class WorkingOnAFile
{
    private static readonly Visitor Officer = Agents.Officer();

    [Test]
    public async Task That_changed_meanwhile_changes_nothing_and_says_so()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        await desk.Do(new AmendApplication.Request(file.Id, new Dictionary<string, string> { ["employer"] = "Dupont" }));
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => Confirm(desk, file.Number, file.Version));
        Assert.That(refusal!.Code, Is.EqualTo("applications.changed-meanwhile"));
        Assert.That((await desk.Look(file.Id)).ConfirmedOn, Is.Null);
        await Confirm(desk, file.Number, (await desk.Look(file.Id)).Version);
        Assert.That((await desk.Look(file.Id)).ConfirmedOn, Is.EqualTo(Law.Day("2026-07-15")));
    }

    [Test]
    public async Task At_the_same_instant_as_another_loses_neither()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => desk.With(async (IServiceProvider services) =>
        {
            await services.GetRequiredService<FileWork>().Do(Officer, file.Number, file.Version, "confirm", async found =>
            {
                // After this one was read and before it is saved.
                await desk.Do(new RequestDocuments.Request(found.Id, ["MARI"], null));
                await services.GetRequiredService<IUseCase<ConfirmComplete.Request, Done>>().Handle(new(found.Id), default);
            }, default);
            return 0;
        }));
        Assert.That(refusal!.Code, Is.EqualTo("applications.changed-meanwhile"));
        var after = await desk.Look(file.Id);
        Assert.That((after.ConfirmedOn, after.Requests.Count), Is.EqualTo(((DateOnly?)null, 1)));
    }

    [Test]
    public async Task Is_noted_once_it_is_done_and_not_when_it_is_refused()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed(missing: "MARI"));
        Assert.That(() => Confirm(desk, file.Number, file.Version), Throws.TypeOf<RuleBroken>());
        desk.Visitor = Officer with { AccountId = Guid.CreateVersion7() };
        Assert.That((await Read(desk, file.Number)).Acts, Is.Empty);
        await desk.With(async (FileWork work) => { await work.Do(Officer, file.Number, null, "note", _ => Task.CompletedTask, default); return 0; });
        Assert.That((await Read(desk, file.Number)).Acts.Select(a => (a.Name, a.What)), Is.EqualTo(new[] { (Officer.Name, "note") }));
    }

    [Test]
    public async Task Shows_what_has_changed_since_this_officer_last_saw_it_for_as_long_as_they_look()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        desk.Visitor = Officer;
        Assert.That((await Read(desk, file.Number)).LastSeen, Is.Null, "the first time everything is new");
        desk.On("2026-07-16");
        await desk.Do(new AmendApplication.Request(file.Id, new Dictionary<string, string> { ["email"] = "autre@example.org", ["employer"] = "Dupont" }));
        desk.On("2026-07-17");
        foreach (var look in new[] { "first", "ten minutes later" })
        {
            var view = await Read(desk, file.Number);
            Assert.That(view.Differences.Answers, Is.EquivalentTo(new FileDifferences.Answer[] { new("email", "awa@example.org", "autre@example.org"), new("employer", null, "Dupont") }), look);
            Assert.That(view.Differences.History.Select(h => h.What), Is.EqualTo(new[] { "amended" }), look);
            desk.Clock.Advance(TimeSpan.FromMinutes(10));
        }
        desk.On("2026-07-18");
        Assert.That((await Read(desk, file.Number)).Differences.None);
        desk.Visitor = Agents.Officer(name: "Un autre");
        Assert.That((await Read(desk, file.Number)).LastSeen, Is.Null, "each has their own");
    }

    [Test]
    public async Task Shows_each_new_version_of_a_document_with_the_one_before()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        await Attach(desk, file.Id, "2026-07-15T09:00:00Z");
        desk.Visitor = Officer;
        desk.On("2026-07-16");
        await Read(desk, file.Number);
        desk.On("2026-07-17");
        await Attach(desk, file.Id, "2026-07-17T07:00:00Z");
        var document = (await Read(desk, file.Number)).Differences.Documents.Single();
        Assert.That((document.Code, document.Index, document.Before!.At, document.After.At), Is.EqualTo(("MARI", 2, At("2026-07-15T09:00:00Z"), At("2026-07-17T07:00:00Z"))));
    }

    [Test]
    public async Task Keeps_notes_that_say_who_wrote_them()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        desk.Visitor = Officer;
        await desk.Do(new NoteOnFile.Request(file.Id, " Rappelée à midi. ", "phone"));
        Assert.That((await Read(desk, file.Number)).Notes.Select(n => (n.Author, n.Kind, n.Text)), Is.EqualTo(new[] { (Officer.Name, "phone", "Rappelée à midi.") }));
        Assert.That((await desk.Refused(new NoteOnFile.Request(file.Id, " "))).Code, Is.EqualTo("applications.note-length"));
    }

    [Test]
    public async Task Says_why_documents_are_asked()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await desk.Do(new RequestDocuments.Request(id, ["MARI"], null, " L'acte est illisible. "));
        Assert.That((await desk.Look(id)).Requests.Single().Reason, Is.EqualTo("L'acte est illisible."));
    }

    private static Task<ReadFile.View> Read(Desk desk, string number) => desk.Ask<ReadFile.Request, ReadFile.View>(new(number));

    private static Task<int> Confirm(Desk desk, string number, long version) => desk.With(async (IServiceProvider services) =>
    {
        await services.GetRequiredService<FileWork>().Do(Officer, number, version, "confirm", file => services.GetRequiredService<IUseCase<ConfirmComplete.Request, Done>>().Handle(new(file.Id), default), default);
        return 0;
    });

    private static Task<int> Attach(Desk desk, Guid id, string at) => desk.With(async (ApplicationsDb db) =>
    {
        (await db.Application(id, default)).Application.Attach("MARI", new StoredVersion(Guid.CreateVersion7(), "image/png", 10, At(at)));
        return await db.SaveChangesAsync();
    });

    private static DateTimeOffset At(string at) => DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
}
