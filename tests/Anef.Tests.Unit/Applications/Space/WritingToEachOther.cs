using Anef.Applications.Access;
using Anef.Applications.Contracts;
using Anef.Applications.ReadMessages;
using Anef.Applications.WriteMessage;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.Tests.Unit.Applications.Officers;

namespace Anef.Tests.Unit.Applications.Space;

internal sealed class WritingToEachOther
{
    [Test]
    public async Task Each_reads_what_the_other_wrote_and_it_counts_as_read_once()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        await Write(desk, Agents.Applicant(file.PersonId), file.Number, " Bonjour.\r\nUne question. ");
        await Write(desk, Agents.Officer(), file.Number.ToLowerInvariant(), "Voici la réponse.");
        desk.On("2026-07-16");
        var mine = await Read(desk, file.Id, byOfficer: false);
        Assert.That(mine.Select(m => (m.FromOfficer, m.Text, m.New)), Is.EqualTo(new[] { (false, "Bonjour.\nUne question.", false), (true, "Voici la réponse.", true) }));
        Assert.That((await Read(desk, file.Id, byOfficer: false)).Select(m => m.ReadAt), Is.EqualTo(new DateTimeOffset?[] { null, desk.Clock.GetUtcNow() }));
        Assert.That((await Read(desk, file.Id, byOfficer: true)).Select(m => m.New), Is.EqualTo(new[] { true, false }));
        Assert.That((await desk.Told<MessageWritten>()).Select(m => m.FromOfficer), Is.EqualTo(new[] { false, true }));
        Assert.That((await desk.Told<MessagesRead>()).Select(m => m.ByOfficer), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public async Task An_export_reads_nothing_for_anybody()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        await Write(desk, Agents.Officer(), file.Number, "Bonjour");
        await Read(desk, file.Id, byOfficer: null);
        Assert.That((await Read(desk, file.Id, byOfficer: false)).Single().New);
    }

    [Test]
    public async Task What_an_officer_writes_is_among_the_readings_that_the_person_sees()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        await Write(desk, Agents.Officer(name: "Léa Martin"), file.Number, "Bonjour");
        desk.Visitor = Agents.Applicant(file.PersonId);
        var reading = (await desk.Ask<ReadingsOf.Request, IReadOnlyList<ReadingsOf.Reading>>(new(file.PersonId))).Single();
        Assert.That((reading.Name, reading.What), Is.EqualTo(("Léa Martin", "message")));
    }

    [Test]
    public async Task Nobody_else_can_write([Values("stranger", "elsewhere", "nobody", "contact")] string who)
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        var visitor = who switch
        {
            "stranger" => Agents.Applicant(await desk.Register()),
            "elsewhere" => Agents.Officer("69"),
            "contact" => Agents.Agent("Contact", new RoleGrant(Role.ContactCentre, null)),
            _ => Visitor.Nobody,
        };
        Assert.That(() => Write(desk, visitor, file.Number, "Bonjour"), Throws.TypeOf<NotFound>());
        Assert.That(await desk.Told<MessageWritten>(), Is.Empty);
    }

    [Test]
    public async Task A_restricted_request_is_written_about_by_referents_alone()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        desk.On("2026-07-15");
        var number = (await desk.File(new(person, "OP"))).Number;
        Assert.That(() => Write(desk, Agents.Officer(), number, "Bonjour"), Throws.TypeOf<NotFound>());
        await Write(desk, Agents.Referent(), number, "Bonjour");
        Assert.That(await desk.Told<MessageWritten>(), Has.Count.EqualTo(1));
    }

    [TestCase("", "applications.message-empty")]
    [TestCase("  \n ", "applications.message-empty")]
    [TestCase(null, "applications.message-too-long")]
    public async Task What_says_nothing_or_too_much_is_not_sent(string? text, string code)
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        desk.Visitor = Agents.Applicant(file.PersonId);
        Assert.That((await desk.Refused<WriteMessage.Request, Guid>(new(file.Number, text ?? new string('é', 4001)))).Code, Is.EqualTo(code));
    }

    private static Task<Guid> Write(Desk desk, Visitor visitor, string number, string text)
    {
        desk.Visitor = visitor;
        return desk.Ask<WriteMessage.Request, Guid>(new(number, text));
    }

    private static Task<IReadOnlyList<ReadMessages.Line>> Read(Desk desk, Guid application, bool? byOfficer) =>
        desk.Ask<ReadMessages.Request, IReadOnlyList<ReadMessages.Line>>(new(application, byOfficer));
}
