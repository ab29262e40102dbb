using Anef.Applications.Access;
using Anef.Applications.Contracts;
using Anef.Applications.Domain;
using Anef.Applications.NoteOnFile;
using Anef.Applications.Persistence;
using Anef.Applications.ReadFile;
using Anef.Applications.WriteMessage;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Unit.Applications.Officers;
using Anef.Tests.Unit.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Unit.Applications.Keeping;

internal sealed class DestroyingAFile
{
    [Test]
    public async Task All_contents_go_after_two_years_with_the_messages_and_what_was_decided_stays()
    {
        await using var desk = new Desk();
        var id = await desk.Over();
        await Talk(desk, id);
        await Nights(desk, "2028-10-02");
        Assert.That(desk.Contents, Has.Length.EqualTo(1));
        await Nights(desk, "2028-10-03");
        var file = await desk.Look(id);
        Assert.That(desk.Contents, Is.Empty);
        Assert.That((file.Status, file.Documents.SelectMany(d => d.Versions).All(v => v.Destroyed is not null)), Is.EqualTo(("refused", true)));
        Assert.That(await desk.With((ApplicationsDb db) => db.Set<FileMessage>().CountAsync()) + await desk.With((ApplicationsDb db) => db.Set<FileNote>().CountAsync()), Is.Zero);
        Assert.That(await desk.Destroyed(), Is.EquivalentTo(new[] { ("identityCopies", 1, 1), ("documents", 1, 1), ("messages", 2, 1) }));
    }

    [Test]
    public async Task It_goes_after_five_years_and_the_person_with_the_last_of_theirs()
    {
        await using var desk = new Desk();
        var id = await desk.Over();
        var person = (await desk.Look(id)).PersonId;
        await Nights(desk, "2031-10-02");
        Assert.That((await desk.Told<DestructionAnnounced>()).Select(t => t.Thing), Is.EqualTo(new[] { "identityCopies", "documents", "file" }), "each is told before");
        Assert.That((await desk.Look(id)).Status, Is.EqualTo("refused"));
        await Nights(desk, "2031-10-03");
        Assert.That(await desk.Told<FileDestroyed>(), Is.EqualTo(new[] { new FileDestroyed(person, id) }));
        Assert.That(await desk.Told<PersonForgotten>(), Is.EqualTo(new[] { new PersonForgotten(person) }));
        Assert.That(await desk.With(async (ApplicationsDb db) => await db.Applications.CountAsync() + await db.People.CountAsync() + await db.Words.CountAsync() + await db.StoredFiles.CountAsync()), Is.Zero);
        Assert.That((await desk.Destroyed()).Last(), Is.EqualTo(("file", 1, 1)));
    }

    [Test]
    public async Task The_person_stays_while_another_request_is_under_way()
    {
        await using var desk = new Desk();
        var id = await desk.Over();
        var person = (await desk.Look(id)).PersonId;
        desk.On("2026-09-01");
        var other = await desk.File(new(person, "SAL") { Kind = "change_status", LateAccepted = true });
        await Nights(desk, "2031-10-05");
        Assert.That(await desk.Told<FileDestroyed>(), Has.Count.EqualTo(1));
        Assert.That((await desk.Someone(person)).Id, Is.EqualTo(person));
        Assert.That((await desk.Look(other.ApplicationId)).OverOn, Is.Null);
        Assert.That(await desk.With((IKeeping keeping) => keeping.PeopleToKeep([person, Guid.Empty], default)), Is.EqualTo(new[] { person }));
    }

    [Test]
    public async Task Who_opened_it_is_forgotten_after_three_years_once_it_is_over()
    {
        await using var desk = new Desk();
        var (over, pending) = (await desk.Over(), await desk.Filed("2026-08-04"));
        foreach (var id in new[] { over, pending })
        {
            desk.Visitor = Agents.Officer();
            var number = (await desk.Look(id)).Number;
            await desk.Ask<ReadFile.Request, ReadFile.View>(new(number));
        }
        await desk.Keep("2029-08-03");
        Assert.That(await Readings(desk), Has.Count.EqualTo(2));
        await desk.Keep("2029-08-04");
        Assert.That(await Readings(desk), Is.EqualTo(new[] { pending }), "of a request under way nothing goes");
    }

    [Test]
    public async Task A_granted_card_that_nobody_fetches_holds_the_file_back_for_a_year()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        desk.On("2026-08-03");
        await desk.Do(new Anef.Applications.DecideApplication.SignDecision.Request(id, DecisionOutcome.Grant, []));
        await desk.Do(new Anef.Applications.DecideApplication.NotifyDecision.Request(id));
        Assert.That((await desk.Look(id)).OverOn, Is.EqualTo(Law.Day("2027-08-03")));
        desk.On("2026-09-10");
        await desk.Do(new Anef.Applications.HandOverCard.RecordCardReady.Request(id));
        await desk.Do(new Anef.Applications.HandOverCard.HandOverCard.Request(id));
        Assert.That((await desk.Look(id)).OverOn, Is.EqualTo(Law.Day("2026-09-10")));
    }

    private static Task<List<Guid>> Readings(Desk desk) => desk.With((ApplicationsDb db) => db.Set<FileReading>().Select(r => r.ApplicationId).Distinct().ToListAsync());

    private static async Task Talk(Desk desk, Guid id)
    {
        var file = await desk.Look(id);
        desk.Visitor = Agents.Officer();
        await desk.Ask<WriteMessage.Request, Guid>(new(file.Number, "Voici pourquoi."));
        await desk.Do(new NoteOnFile.Request(id, "Appelé."));
    }

    /// <summary>The nights on which something is to be told or done, up to a day.</summary>
    private static async Task Nights(Desk desk, string until)
    {
        foreach (var night in new[] { "2026-10-18", "2026-11-02", "2028-09-03", "2028-10-02", "2028-10-03", "2031-09-03", "2031-10-02", "2031-10-03", "2031-10-05" })
            if (Law.Day(night) > DateOnly.FromDateTime(desk.Clock.GetUtcNow().DateTime) && string.CompareOrdinal(night, until) <= 0) await desk.Keep(night);
    }
}
