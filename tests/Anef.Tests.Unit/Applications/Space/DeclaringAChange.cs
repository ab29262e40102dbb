using Anef.Applications.Contracts;
using Anef.Applications.Declare;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Unit.Applications.Officers;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications.Space;

internal sealed class DeclaringAChange
{
    [Test]
    public async Task A_move_takes_the_address_and_offers_the_requests_in_one_breath()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        desk.Visitor = Agents.Applicant(file.PersonId);
        await desk.Do(new DeclareMove.Request(["3 place Neuve", " "], "69002", "Lyon"));
        var (person, now) = (await desk.Someone(file.PersonId), await desk.Look(file.Id));
        Assert.That(person.Contact.Address!.Written(), Is.EqualTo(new[] { "3 place Neuve", "69002 Lyon" }));
        Assert.That((now.Offer!.To, now.Prefecture, person.Prefecture), Is.EqualTo(("69", "75", "75")), "the file stays until it is taken");
    }

    [TestCase("38000", "38")]
    [TestCase("01000", "01")]
    [TestCase("97200", "972")]
    [TestCase("20000", "2A")]
    [TestCase("20137", "2A")]
    [TestCase("20200", "2B")]
    [TestCase(" 75 011", "75")]
    public void The_postcode_says_the_department(string postcode, string department) => Assert.That(DeclareMove.DepartmentOf(postcode), Is.EqualTo(department));

    [TestCase("3800")]
    [TestCase("abcde")]
    public void What_is_no_postcode_is_refused(string postcode) => Assert.That(() => DeclareMove.DepartmentOf(postcode), Throws.TypeOf<RuleBroken>().With.Property("Code").EqualTo("applications.postcode"));

    [Test]
    public async Task Outside_the_code_nothing_is_half_declared()
    {
        await using var desk = new Desk();
        desk.Visitor = Agents.Applicant(await desk.Register());
        Assert.That((await desk.Refused(new DeclareMove.Request(["1 rue"], "98800", "Nouméa"))).Code, Is.EqualTo("prefectures.outside-scope"));
        Assert.That((await desk.Refused(new DeclareMove.Request([" "], "69002", "Lyon"))).Code, Is.EqualTo("applications.address-incomplete"));
    }

    [Test]
    public async Task A_lost_card_can_be_found_again()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        desk.Visitor = Agents.Applicant(person);
        await desk.Do(new DeclareLoss.Request(Found: false));
        Assert.That((await desk.Someone(person)).Held!.Lost);
        await desk.Do(new DeclareLoss.Request(Found: true));
        Assert.That((await desk.Someone(person)).Held!.Lost, Is.False);
        desk.Visitor = Agents.Applicant(await desk.Register(Desk.Holder() with { Held = null }));
        Assert.That((await desk.Refused(new DeclareLoss.Request(Found: false))).Code, Is.EqualTo("applications.nothing-held"));
    }

    [Test]
    public async Task A_declared_document_gives_nothing_until_an_officer_has_seen_it()
    {
        await using var desk = new Desk();
        var person = await desk.Register(Desk.Holder() with { Held = null });
        desk.Visitor = Agents.Applicant(person);
        var declaration = await Declare(desk);
        Assert.That(await Declare(desk), Is.EqualTo(declaration), "a double click is one declaration");
        Assert.That((await desk.Someone(person)).Held, Is.Null);
        Assert.That((await desk.Told<DeclarationMade>()).Single().Prefecture, Is.EqualTo("75"));
        Assert.That(await desk.Tasks(), Is.EqualTo(new[] { "declaredDocument" }));

        desk.Visitor = Agents.Officer("69");
        Assert.That(() => desk.Do(new AnswerDeclaration.Request(declaration, Confirmed: true)), Throws.TypeOf<NotFound>());
        desk.Visitor = Agents.Officer();
        await desk.Do(new AnswerDeclaration.Request(declaration, Confirmed: true));
        var held = (await desk.Someone(person)).Held!;
        Assert.That((held.Procedure, held.Number, held.ValidUntil, held.Work), Is.EqualTo(("SAL", "9912345678", Law.Day("2026-12-31"), false)));
        Assert.That((await desk.Refused(new AnswerDeclaration.Request(declaration, Confirmed: false))).Code, Is.EqualTo("applications.declaration-answered"));
    }

    [Test]
    public async Task A_document_that_is_not_confirmed_changes_nothing()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        desk.Visitor = Agents.Applicant(person);
        var declaration = await desk.Ask<DeclareDocument.Request, Guid>(new(null, null, null, null, NeverReceived: true));
        desk.Visitor = Agents.Officer();
        await desk.Do(new AnswerDeclaration.Request(declaration, Confirmed: false));
        Assert.That((await desk.Someone(person)).Permits, Has.Count.EqualTo(1));
        Assert.That((await desk.Told<DeclarationAnswered>()).Single().Confirmed, Is.False);
    }

    [TestCase("NOTHING", "2026-01-01", "2026-12-31", "applications.unknown-procedure")]
    [TestCase("SAL", null, "2026-12-31", "applications.permit-dates-missing")]
    [TestCase("SAL", "2026-12-31", "2026-01-01", "applications.permit-dates")]
    public async Task A_document_that_cannot_be_is_refused(string procedure, string? from, string until, string code)
    {
        await using var desk = new Desk();
        desk.Visitor = Agents.Applicant(await desk.Register());
        Assert.That((await desk.Refused<DeclareDocument.Request, Guid>(new(procedure, null, from is null ? null : Law.Day(from), Law.Day(until)))).Code, Is.EqualTo(code));
    }

    [Test]
    public async Task Contact_can_be_made_safe_and_the_address_confidential()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        desk.Visitor = Agents.Applicant(person);
        await desk.Do(new DeclareContact.Request(" new@example.org ", "", "ar", Safe: true, Confidential: true));
        var contact = (await desk.Someone(person)).Contact;
        Assert.That((contact.Email, contact.Phone, contact.Language, contact.Safe, contact.AddressConfidential), Is.EqualTo(("new@example.org", (string?)null, "ar", true, true)));
        Assert.That(contact.Address!.Lines, Is.EqualTo(new[] { "1 rue de l'Exemple" }), "what was not asked stays");
    }

    [TestCase("nobody", "", "applications.email")]
    [TestCase("", "0612", "applications.phone")]
    public async Task Contact_that_cannot_be_is_refused(string email, string phone, string code)
    {
        await using var desk = new Desk();
        desk.Visitor = Agents.Applicant(await desk.Register());
        Assert.That((await desk.Refused(new DeclareContact.Request(email, phone, "fr", false, false))).Code, Is.EqualTo(code));
    }

    [Test]
    public async Task Whoever_has_no_file_declares_nothing()
    {
        await using var desk = new Desk();
        desk.Visitor = Agents.Agent("Nobody yet");
        Assert.That(() => desk.Ask<DeclareLoss.Request, Done>(new(false)), Throws.TypeOf<NotFound>());
    }

    private static Task<Guid> Declare(Desk desk) => desk.Ask<DeclareDocument.Request, Guid>(new("SAL", "9912345678", Law.Day("2026-01-01"), Law.Day("2026-12-31")));
}
