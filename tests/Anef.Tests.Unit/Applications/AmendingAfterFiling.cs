using Anef.Applications.AmendApplication;
using Anef.Applications.Contracts;
using Anef.Applications.DecideApplication;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications;

internal sealed class AmendingAfterFiling
{
    [Test]
    public async Task Keeps_every_earlier_version_with_its_instant()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await Amend(desk, id, "2026-07-16", ("employer", "Dupont"), ("salary", "1900"));
        await Amend(desk, id, "2026-07-17", ("employer", "Durand"));
        var versions = (await desk.Look(id)).Answers;
        Assert.That(versions[0].Answers, Does.ContainKey("language").And.Not.ContainKey("employer"));
        Assert.That(versions.Skip(1).Select(v => (v.Version, DateOnly.FromDateTime(v.At.Date), v.Answers["employer"], v.Answers["salary"])),
            Is.EqualTo(new[] { (2, Law.Day("2026-07-16"), "Dupont", "1900"), (3, Law.Day("2026-07-17"), "Durand", "1900") }));
        Assert.That((await desk.Told<ApplicationAmended>()).Select(a => (a.Version, string.Join(' ', a.Fields))), Is.EqualTo(new[] { (2, "employer salary"), (3, "employer") }));
    }

    [Test]
    public async Task Moves_neither_number_nor_date()
    {
        await using var desk = new Desk();
        var before = await desk.Look(await desk.Filed());
        await Amend(desk, before.Id, "2026-08-20", ("employer", "Dupont"));
        var after = await desk.Look(before.Id);
        Assert.That((after.Number, after.FiledOn, after.FiledAt, after.Timeliness, after.CompleteSince, after.ImplicitRefusalOn),
            Is.EqualTo((before.Number, before.FiledOn, before.FiledAt, before.Timeliness, before.CompleteSince, before.ImplicitRefusalOn)));
    }

    [Test]
    public async Task Changes_how_the_person_is_reached_and_tells_it_once()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        await Amend(desk, file.Id, "2026-07-16", ("email", "awa.diallo@example.org"), ("phone", "0102030405"), ("language", "en"), ("address", "2 rue Neuve\nbâtiment B"), ("postcode", "75011"), ("commune", "Paris"));
        var contact = (await desk.Someone(file.PersonId)).Contact;
        Assert.That((contact.Email, contact.Phone, contact.Language), Is.EqualTo(("awa.diallo@example.org", "0102030405", "en")));
        var versions = (await desk.Look(file.Id)).Answers;
        Assert.That(versions.Select(v => (v.Version, v.Answers["email"])), Is.EqualTo(new[] { (1, file.Answers[0].Answers["email"]), (2, "awa.diallo@example.org") }), "what stood at filing is kept");
        Assert.That(contact.Address!.Written(), Is.EqualTo(new[] { "2 rue Neuve", "bâtiment B", "75011 Paris" }));
        Assert.That((await desk.Told<PersonChanged>()).Select(c => c.Change), Is.EqualTo(new[] { "registered", "contact" }));
    }

    [Test]
    public async Task Of_an_answer_alone_leaves_the_contact_as_it_was()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        await Amend(desk, file.Id, "2026-07-16", ("employer", "Dupont"));
        Assert.That((await desk.Someone(file.PersonId)).Contact.Email, Is.EqualTo("awa@example.org"));
        Assert.That((await desk.Told<PersonChanged>()).Select(c => c.Change), Is.EqualTo(new[] { "registered" }));
    }

    [Test]
    public async Task Ends_with_the_decision()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        await desk.Do(new SignDecision.Request(id, DecisionOutcome.Grant, []));
        await Amend(desk, id, "2026-07-16", ("employer", "Dupont"));
        await desk.Do(new NotifyDecision.Request(id));
        Assert.That((await desk.Refused(new AmendApplication.Request(id, new Dictionary<string, string> { ["employer"] = "Durand" }))).Code, Is.EqualTo("applications.over"));
    }

    private static Task Amend(Desk desk, Guid id, string day, params (string Field, string Answer)[] fields)
    {
        desk.On(day);
        return desk.Do(new AmendApplication.Request(id, fields.ToDictionary(f => f.Field, f => f.Answer)));
    }
}
