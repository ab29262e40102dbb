using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Partners;

public sealed class SettlingABatch
{
    /// <summary>Case T50 of the domain.</summary>
    [Test]
    public async Task Four_situations_of_which_one_has_no_mandate_and_one_must_not_be_written_to()
    {
        await using var office = await Office.Open();
        await office.Person(1);
        await office.Person(2, mandate: false);
        var protectedOne = await office.Person(3);
        await office.Person(4);
        var lines = await office.Send(office.Mail(
            Office.Line(1, "attestation", ";93;;API finie le 12/03, employeur suspend au 15/03"),
            Office.Line(2, "attestation", ";93;;toujours pas d'acte"),
            Office.Line(3, "fondement", ";93;NE PAS ECRIRE AU DOMICILE;ordonnance de protection"),
            Office.Line(4, "blocage", ";93;;titre précédent non remis")));
        Assert.That(lines.Select(l => l.Status), Is.EqualTo(new LineStatus?[] { LineStatus.Routed, LineStatus.RefusedNoMandate, LineStatus.Routed, LineStatus.Routed }));
        var cases = await office.Cases();
        Assert.That(cases, Has.Count.EqualTo(3), "a line without a mandate leaves no trace of the person");
        // Monday 2 March 2026: one, three and three working days.
        Assert.That(cases.OrderBy(c => c.Kind).Select(c => (c.Kind, c.Priority, c.DueOn)), Is.EqualTo(new[]
        {
            ("attestation", 1, new DateOnly(2026, 3, 5)), ("blocage", 1, new DateOnly(2026, 3, 5)), ("fondement", 0, new DateOnly(2026, 3, 3)),
        }));
        Assert.That(cases.Select(c => c.SafeContact), Has.One.True);
        await using var scope = office.House.Scope();
        Assert.That((await scope.ServiceProvider.GetRequiredService<IApplications>().Contact(protectedOne, default))!.SafeContact, Is.True);

        var answer = (await office.Answers()).Single();
        Assert.That((answer.InReplyTo, answer.References.Single(), answer.To.Mailboxes.Single().Address), Is.EqualTo(("m1@asso-exemple.org", "m1@asso-exemple.org", Office.Sender)));
        var words = $"{answer.TextBody}{answer.HtmlBody}{Csv(answer)}";
        Assert.That(words, Does.Not.Contain("Nom2").And.Not.Contain(Office.NumberOf(2)));
        Assert.That(Csv(answer).ReplaceLineEndings("\n").Split('\n')[2], Does.StartWith("2;refusedNoMandate;;"));
        Assert.That(cases.Where(c => !Csv(answer).Contains(c.Reference, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task A_person_without_a_mandate_and_with_one_that_ended_are_refused_in_the_same_words()
    {
        await using var office = await Office.Open();
        var ended = await office.Person(1, mandate: false);
        await office.Mandate(ended, [], until: new(2026, 3, 1));
        await office.Person(2, mandate: false);
        var lines = await office.Send(office.Mail(Office.Line(1, "question"), Office.Line(2, "question")));
        Assert.That(lines.Select(l => (l.Status, l.Reason, l.Words, l.CaseId)), Is.All.EqualTo(((LineStatus?)LineStatus.RefusedNoMandate, "noMandate", (string?)null, (Guid?)null)));
    }

    [Test]
    public async Task A_mandate_for_one_procedure_is_none_for_another()
    {
        await using var office = await Office.Open();
        await office.Person(1, procedures: ["SAL"]);
        var lines = await office.Send(office.Mail(Office.Line(1, "demande", "CJF")));
        Assert.That(lines.Single().Status, Is.EqualTo(LineStatus.RefusedNoMandate));
    }

    [Test]
    public async Task A_request_is_filed_once_however_often_it_is_settled()
    {
        await using var office = await Office.Open();
        var person = await office.Person(1);
        var line = (await office.Send(office.Mail(Office.Line(1, "demande", "CJF")))).Single();
        Assert.That((line.Status, line.Reason), Is.EqualTo(((LineStatus?)LineStatus.Routed, "filed")), line.Words);
        await using var scope = office.House.Scope();
        var acts = scope.ServiceProvider.GetRequiredService<IActsForOthers>();
        var again = await acts.File(PartnerOrganisations.ProcessBatch.LineKeys.ActId(line.CaseId!.Value, "file"), person, new("CJF", null, null, null), default);
        var filed = (await scope.ServiceProvider.GetRequiredService<IApplications>().Person(person, default))!.Applications.Single();
        Assert.That((filed.Number, filed.ApplicationId), Is.EqualTo((again.Number, (await office.Cases()).Single().ApplicationId)));
        Assert.That(line.Words, Does.Contain(filed.Number));
    }

    [Test]
    public async Task What_the_law_refuses_is_said_in_its_words_and_holds_back_no_other_line()
    {
        await using var office = await Office.Open();
        await office.Person(1);
        await office.Person(2);
        await office.Send(office.Mail(Office.Line(1, "demande", "CJF")));
        var lines = await office.Send(office.Mail(Office.Line(1, "demande", "CJF;93;;encore"), Office.Line(1, "demande", "XYZ"), "demande;Nom;Awa;;;;", Office.Line(2, "question")));
        Assert.That(lines.Select(l => l.Status), Is.EqualTo(new LineStatus?[] { LineStatus.Routed, LineStatus.NeedsInformation, LineStatus.NeedsInformation, LineStatus.Routed }));
        Assert.That(lines.Select(l => l.Reason), Is.EqualTo(new[] { "filed", "unknownProcedure", "noNumber", "routed" }));
        Assert.That(lines[0].Repeat, Is.EqualTo(Repeat.Correction));
    }

    [Test]
    public async Task The_same_mail_again_does_nothing()
    {
        await using var office = await Office.Open();
        await office.Person(1);
        var mail = office.Mail(Office.Line(1, "question"));
        await office.Send(mail);
        var again = await office.Take(mail);
        await office.House.Drain();
        Assert.That(again.Again, Is.True);
        Assert.That(await office.Look(db => db.Lines.CountAsync()), Is.EqualTo(1));
        Assert.That(await office.Answers(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_same_line_again_changes_nothing_and_says_so()
    {
        await using var office = await Office.Open();
        await office.Person(1);
        var first = (await office.Send(office.Mail(Office.Line(1, "question", ";93;;quand ?")))).Single();
        var second = (await office.Send(office.Mail(Office.Line(1, "question", ";93;;quand ?")))).Single();
        Assert.That((second.CaseId, second.Repeat), Is.EqualTo((first.CaseId, Repeat.Same)));
        Assert.That((await office.Answers())[1].TextBody, Does.Contain("Déjà reçue").And.Contain((await office.Cases()).Single().Reference));
    }

    [Test]
    public async Task A_corrected_line_updates_the_situation_and_says_so()
    {
        await using var office = await Office.Open();
        await office.Person(1);
        await office.Send(office.Mail(Office.Line(1, "attestation", ";93;;API finie le 12/03")));
        var second = (await office.Send(office.Mail(Office.Line(1, "attestation", ";93;NE PAS ECRIRE;API finie le 12/02")))).Single();
        var one = (await office.Cases()).Single();
        Assert.That((second.Repeat, second.CaseId, one.LineId, one.SafeContact, one.Priority), Is.EqualTo((Repeat.Correction, (Guid?)one.Id, second.Id, true, 0)));
        Assert.That((await office.Answers())[1].TextBody, Does.Contain("Correction"));
    }

    [Test]
    public async Task Who_is_not_found_is_looked_for_by_somebody()
    {
        await using var office = await Office.Open();
        var line = (await office.Send(office.Mail(Office.Line(77, "attestation", ";38")))).Single();
        Assert.That((line.Status, line.Reason), Is.EqualTo(((LineStatus?)LineStatus.Received, "toIdentify")));
        Assert.That((await office.Cases()).Single(), Has.Property("Prefecture").EqualTo("38").And.Property("PersonId").Null);
    }

    [Test]
    public async Task A_wrong_prefecture_is_said_and_the_right_one_has_it()
    {
        await using var office = await Office.Open();
        await office.Person(1, prefecture: "38");
        var line = (await office.Send(office.Mail(Office.Line(1, "question", ";93")))).Single();
        Assert.That((line.Reason, (await office.Cases()).Single().Prefecture), Is.EqualTo(("routedElsewhere", "38")));
    }

    [Test]
    public async Task What_is_decided_elsewhere_is_said_at_once()
    {
        await using var office = await Office.Open();
        await office.Person(1);
        var lines = await office.Send(office.Mail(Office.Line(1, "question", ";93;;où en est sa demande d'asile ?"), Office.Line(1, "demande", "naturalisation")));
        Assert.That(lines.Select(l => (l.Status, l.Reason)), Is.EqualTo(new[] { ((LineStatus?)LineStatus.Answered, "asylum"), (LineStatus.Answered, "nationality") }));
    }

    [Test]
    public async Task Two_hosts_never_settle_one_batch_at_once()
    {
        await using var office = await Office.Open();
        for (var number = 1; number <= 30; number++) await office.Person(number);
        await office.Take(office.Mail([.. Enumerable.Range(1, 30).Select(n => Office.Line(n, "question"))]));
        await using var twin = office.House.Twin();
        await Task.WhenAll(office.House.Drain(), twin.Drain());
        await office.House.Drain();
        Assert.That(await office.Look(db => db.Lines.Select(l => l.Number).ToListAsync()), Is.EquivalentTo(Enumerable.Range(1, 30)));
        Assert.That(await office.Cases(), Has.Count.EqualTo(30));
        Assert.That(await office.Answers(), Has.Count.EqualTo(1));
    }

    internal static string Csv(MimeKit.MimeMessage answer) => ((MimeKit.TextPart)answer.Attachments.Single()).Text!.TrimStart('\uFEFF');
}
