using Anef.Applications.Contracts;
using Anef.Applications.CorrectIdentity;
using Anef.SharedKernel.Rules;
using Anef.Tests.Unit.Applications.Officers;
using Anef.Tests.Unit.Procedures;

namespace Anef.Tests.Unit.Applications.Keeping;

internal sealed class CorrectingCivilStatus
{
    [Test]
    public async Task Accepted_it_is_what_is_right_from_then_on_and_what_was_wrong_is_kept_as_corrected()
    {
        await using var desk = new Desk();
        var file = await desk.Look(await desk.Filed());
        var id = await Ask(desk, file.PersonId, "surname", "Diallo-Sow");
        desk.Visitor = Agents.Officer();
        await desk.Do(new AnswerCorrection.Request(id, Accepted: true, ""));
        var person = await desk.Someone(file.PersonId);
        Assert.That(person.Identities.Select(i => (i.Version, i.Surname)), Is.EqualTo(new[] { (1, "Diallo"), (2, "Diallo-Sow") }));
        Assert.That((await desk.Look(file.Id)).History[^1].What, Is.EqualTo("identityCorrected"));
        desk.Visitor = Agents.Applicant(file.PersonId);
        var shown = (await desk.Ask<ShowCorrections.Request, ShowCorrections.View>(new())).Corrections.Single();
        Assert.That((shown.Was, shown.Asked, shown.Accepted, shown.AnsweredBy), Is.EqualTo(("Diallo", "Diallo-Sow", (bool?)true, "Léa Martin")));
        Assert.That(await desk.Told<CorrectionAnswered>(), Is.EqualTo(new[] { new CorrectionAnswered(file.PersonId, id, "surname", true, "") }));
    }

    [Test]
    public async Task Refused_it_says_why_and_changes_nothing()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        var id = await Ask(desk, person, "born", "1991-02-03");
        desk.Visitor = Agents.Officer();
        Assert.That((await desk.Refused(new AnswerCorrection.Request(id, Accepted: false, " "))).Code, Is.EqualTo("applications.correction-reason"));
        await desk.Do(new AnswerCorrection.Request(id, Accepted: false, "L'acte de naissance dit 1990."));
        Assert.That((await desk.Someone(person)).Identities, Has.Count.EqualTo(1));
        Assert.That((await desk.Told<CorrectionAnswered>()).Single().Reason, Is.EqualTo("L'acte de naissance dit 1990."));
        Assert.That((await desk.Refused(new AnswerCorrection.Request(id, Accepted: true, ""))).Code, Is.EqualTo("applications.correction-answered"));
    }

    [TestCase("3/2/1991")]
    [TestCase("03/02/1991")]
    [TestCase("1991-02-03")]
    public async Task A_day_is_understood_however_it_is_written_and_shown_as_it_is_here(string written)
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        var id = await Ask(desk, person, "born", written);
        desk.Visitor = Agents.Officer();
        await desk.Do(new AnswerCorrection.Request(id, Accepted: true, ""));
        desk.Visitor = Agents.Applicant(person);
        Assert.That((await desk.Ask<ShowCorrections.Request, ShowCorrections.View>(new())).Corrections.Single().Asked, Is.EqualTo("03/02/1991"));
        Assert.That((await desk.Someone(person)).Identity.Born, Is.EqualTo(new DateOnly(1991, 2, 3)));
    }

    [Test]
    public async Task It_is_answered_within_the_month_which_both_see()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        desk.On("2026-05-31");
        await Ask(desk, person, "nationality", "ML");
        Assert.That((await desk.Ask<ShowCorrections.Request, ShowCorrections.View>(new())).Corrections.Single().DueOn, Is.EqualTo(Law.Day("2026-06-30")));
        Assert.That(await desk.Tasks(), Is.EqualTo(new[] { "correction" }));
        desk.Visitor = Agents.Officer();
        var line = (await desk.Ask<ListCorrections.Request, ListCorrections.View>(new())).Lines.Single();
        Assert.That((line.Name, line.Correction.DueOn), Is.EqualTo(("Diallo Awa", Law.Day("2026-06-30"))));
    }

    [Test]
    public async Task Asked_twice_it_is_asked_once_and_another_prefecture_knows_nothing_of_it()
    {
        await using var desk = new Desk();
        var person = await desk.Register();
        var id = await Ask(desk, person, "birthPlace", "Kayes");
        Assert.That(await Ask(desk, person, "birthPlace", " Kayes "), Is.EqualTo(id));
        desk.Visitor = Agents.Officer("69");
        Assert.That((await desk.Ask<ListCorrections.Request, ListCorrections.View>(new())).Lines, Is.Empty);
        Assert.That(() => desk.Do(new AnswerCorrection.Request(id, Accepted: true, "")), Throws.TypeOf<NotFound>());
    }

    [TestCase("surname", "Diallo", "applications.correction-same")]
    [TestCase("surname", " ", "applications.correction-value")]
    [TestCase("born", "1er janvier", "applications.correction-day")]
    [TestCase("shoe", "43", "applications.correction-field")]
    public async Task What_cannot_be_corrected_so_is_said(string field, string asked, string code)
    {
        await using var desk = new Desk();
        desk.Visitor = Agents.Applicant(await desk.Register());
        Assert.That((await desk.Refused<AskCorrection.Request, Guid>(new(field, asked, ""))).Code, Is.EqualTo(code));
    }

    private static Task<Guid> Ask(Desk desk, Guid person, string field, string asked)
    {
        desk.Visitor = Agents.Applicant(person);
        return desk.Ask<AskCorrection.Request, Guid>(new(field, asked, "Acte de naissance joint."));
    }
}
