using Anef.Applications.Access;
using Anef.Applications.ChangeGround;
using Anef.Applications.Domain;
using Anef.Applications.MovePerson;
using Anef.Applications.RestrictFile;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Readings = System.Collections.Generic.IReadOnlyList<Anef.Applications.Access.ReadingsOf.Reading>;

namespace Anef.Tests.Unit.Applications.Officers;

internal sealed class OpeningAFile
{
    private static readonly Guid Person = Guid.CreateVersion7();
    private static readonly Guid Me = Guid.CreateVersion7();
    private static readonly Guid Another = Guid.CreateVersion7();

    [TestCase("Applicant", false, "", ExpectedResult = "nothing")]
    [TestCase("CaseOfficer@75", false, "", ExpectedResult = "everything")]
    [TestCase("CaseOfficer@69", false, "", ExpectedResult = "nothing")]
    [TestCase("CaseOfficer@93", false, "", ExpectedResult = "everything", Description = "it is offered to 93")]
    [TestCase("CaseOfficer", false, "", ExpectedResult = "everything")]
    [TestCase("TeamManager@75", false, "", ExpectedResult = "everything")]
    [TestCase("Referent@75", false, "", ExpectedResult = "everything")]
    [TestCase("WelcomePoint@75", false, "", ExpectedResult = "status")]
    [TestCase("WelcomePoint@69", false, "", ExpectedResult = "nothing")]
    [TestCase("ContactCentre", false, "", ExpectedResult = "status")]
    [TestCase("Ministry", false, "", ExpectedResult = "nothing")]
    [TestCase("Operator", false, "", ExpectedResult = "nothing")]
    [TestCase("CaseOfficer@75", true, "", ExpectedResult = "nothing")]
    [TestCase("CaseOfficer@75", true, "me", ExpectedResult = "everything")]
    [TestCase("CaseOfficer@69", true, "me", ExpectedResult = "nothing")]
    [TestCase("CaseOfficer@75", true, "another", ExpectedResult = "nothing")]
    [TestCase("TeamManager@75", true, "", ExpectedResult = "nothing")]
    [TestCase("Referent@75", true, "", ExpectedResult = "everything")]
    [TestCase("Referent@75", true, "another", ExpectedResult = "nothing")]
    [TestCase("Referent@75", true, "me", ExpectedResult = "everything")]
    [TestCase("Referent@69", true, "", ExpectedResult = "nothing")]
    [TestCase("WelcomePoint@75", true, "me", ExpectedResult = "nothing")]
    [TestCase("ContactCentre", true, "", ExpectedResult = "nothing")]
    public string Is_for_those_who_serve_where_it_is(string grant, bool restricted, string named)
    {
        var visitor = new Visitor(Me, "Léa Martin", null, [RoleGrant.Parse(grant)!]);
        var file = new FileFacts(Person, "75", "93", Draft: false, restricted, named switch { "me" => [Me, Another], "another" => [Another], _ => [] });
        return FileRules.RoleFor(visitor, file, Sight.Everything) is not null ? "everything" : FileRules.RoleFor(visitor, file, Sight.Status) is not null ? "status" : "nothing";
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Is_for_the_person_always_and_for_nobody_else_while_it_is_a_draft(bool draft)
    {
        var file = new FileFacts(Person, "75", null, draft, Restricted: true, [Another]);
        Assert.That(FileRules.RoleFor(new(Me, "", Person, [new(Role.Applicant, null)]), file, Sight.Everything), Is.EqualTo(Role.Applicant));
        Assert.That(FileRules.RoleFor(new(Another, "", null, [new(Role.Referent, "75")]), file, Sight.Status), draft ? Is.Null : Is.EqualTo(Role.Referent));
        Assert.That(FileRules.RoleFor(Visitor.Nobody, file, Sight.Status), Is.Null);
    }

    [Test]
    public async Task By_an_officer_is_shown_to_the_person_and_by_the_person_is_not()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        await Open(desk, Agents.Officer(), file.Number, "file");
        await Open(desk, Agents.Applicant(file.PersonId), file.Number, "file");
        Assert.That((await Readings(desk, file.PersonId)).Select(r => (r.Name, r.Role, r.Number, r.What, r.Prefecture, r.Times)),
            Is.EqualTo(new[] { ("Léa Martin", Role.CaseOfficer, file.Number, "file", "75", 1) }));
    }

    [Test]
    public async Task Many_times_in_a_day_is_one_line_of_what_the_person_reads()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        var officer = Agents.Officer();
        foreach (var what in new[] { "file", "file", "document MARI" }) await Open(desk, officer, file.Number, what);
        desk.On("2026-07-16");
        await Open(desk, officer, file.Number, "file");
        Assert.That((await Readings(desk, file.PersonId)).Select(r => (r.What, r.Times)), Is.EquivalentTo(new[] { ("file", 1), ("document MARI", 1), ("file", 2) }));
    }

    [Test]
    public async Task From_elsewhere_finds_nothing_and_leaves_no_line()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        Assert.That(() => Open(desk, Agents.Officer("69"), file.Number, "file"), Throws.TypeOf<NotFound>());
        Assert.That(await Readings(desk, file.PersonId), Is.Empty);
    }

    [Test]
    public async Task Is_possible_where_it_is_offered()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        await desk.Do(new MovePerson.Request(file.PersonId, "69"));
        await Open(desk, Agents.Officer("69"), file.Number, "file");
        Assert.That((await Readings(desk, file.PersonId)).Single().Prefecture, Is.EqualTo("75"), "the one in charge");
    }

    [Test]
    public async Task Together_with_others_records_each()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Open(desk, Agents.Officer(name: $"Agent {i}"), file.Number, "file")));
        Assert.That((await Readings(desk, file.PersonId)).Select(r => r.Name), Is.Unique.And.Exactly(20).Items);
    }

    [Test]
    public async Task Whose_readings_are_another_s_finds_nothing()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        desk.Visitor = Agents.Applicant(Guid.CreateVersion7());
        Assert.That(() => desk.Ask<ReadingsOf.Request, Readings>(new(file.PersonId)), Throws.TypeOf<NotFound>());
    }

    [Test]
    public async Task That_is_restricted_is_for_those_whom_a_referent_names()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        await desk.Do(new ChangeGround.Request(file.Id, "OP", "L425-6", Requalified: false));
        var (officer, referent, other) = (Agents.Officer(), Agents.Referent(), Agents.Referent(name: "Zoé Petit"));
        Assert.That(() => Open(desk, officer, file.Number, "file"), Throws.TypeOf<NotFound>());
        await Open(desk, other, file.Number, "file");

        desk.Visitor = referent;
        await desk.Do(new NameReader.Request(file.Number, officer.AccountId!.Value, officer.Name));
        await Open(desk, officer, file.Number, "file");
        await Open(desk, referent, file.Number, "file");
        Assert.That(() => Open(desk, other, file.Number, "file"), Throws.TypeOf<NotFound>());

        desk.Visitor = officer;
        Assert.That((await desk.Refused(new NameReader.Request(file.Number, other.AccountId!.Value, other.Name))).Code, Is.EqualTo("applications.referent-only"));
        desk.Visitor = referent;
        await desk.Do(new NameReader.Request(file.Number, officer.AccountId!.Value, null));
        Assert.That(() => Open(desk, officer, file.Number, "file"), Throws.TypeOf<NotFound>());
    }

    [Test]
    public async Task That_is_open_to_all_officers_needs_no_names()
    {
        await using var desk = new Desk();
        var id = await desk.Filed();
        var (referent, number) = (Agents.Referent(), (await desk.Look(id)).Number);
        // That they are at work today is told once, by whatever they open first.
        await Open(desk, referent, number, "read");
        desk.Visitor = referent;
        Assert.That((await desk.Refused(new NameReader.Request(number, Me, "Léa Martin"))).Code, Is.EqualTo("applications.not-restricted"));
    }

    private static Task<PermitApplication> Open(Desk desk, Visitor visitor, string number, string what) => desk.With((FileDoor door) => door.Open(visitor, number, Sight.Everything, what, default));

    private static Task<Readings> Readings(Desk desk, Guid person)
    {
        desk.Visitor = Agents.Applicant(person);
        return desk.Ask<ReadingsOf.Request, Readings>(new(person));
    }
}
