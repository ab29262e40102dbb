using Anef.Applications.Contracts;
using Anef.PartnerOrganisations.Domain;
using Anef.Tests.Integration.Space;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Anef.Tests.Integration.Partners;

public sealed class SendingFilesAndCorrections
{
    [Test]
    public async Task A_document_is_attached_to_the_request_under_way_once()
    {
        await using var office = await Office.Open();
        var person = await office.Person(1);
        await office.Send(office.Mail(Office.Line(1, "demande", "CJF")));
        var line = (await office.Send(With(office.Mail(Office.Line(1, "piece", ";93;;;photo.png")), "photo.png"))).Single();
        Assert.That((line.Status, line.Reason), Is.EqualTo(((LineStatus?)LineStatus.Identified, "attached")), line.Words);
        await using var scope = office.House.Scope();
        var request = (await scope.ServiceProvider.GetRequiredService<IApplications>().Person(person, default))!.Applications.Single();
        Assert.That((await office.Cases()).Single(c => c.Kind == "piece").ApplicationId, Is.EqualTo(request.ApplicationId));
    }

    [Test]
    public async Task A_change_of_ground_takes_its_files_with_it()
    {
        await using var office = await Office.Open();
        await office.Person(1);
        await office.Send(office.Mail(Office.Line(1, "demande", "CJF")));
        var line = (await office.Send(With(office.Mail(Office.Line(1, "fondement", "OP;93;;ordonnance de protection;op.png")), "op.png"))).Single();
        Assert.That((line.Status, line.Reason), Is.EqualTo(((LineStatus?)LineStatus.Routed, "groundChanged")), line.Words);
    }

    [Test]
    public async Task A_file_that_is_refused_is_named_on_its_line_with_what_to_do()
    {
        await using var office = await Office.Open();
        await office.Person(1);
        var mail = office.Mail(Office.Line(1, "question", ";93;;regardez;liste.exe"));
        ((Multipart)mail.Body!).Add(new MimePart("application", "octet-stream") { FileName = "liste.exe", Content = new MimeContent(new MemoryStream("MZ\x90"u8.ToArray())), ContentTransferEncoding = ContentEncoding.Base64 });
        await office.Send(mail);
        Assert.That((await office.Answers()).Single().TextBody, Does.Contain("« liste.exe » n'est ni un tableau").And.Contain("La préfecture en charge"));
    }

    [Test]
    public async Task A_workbook_is_read_from_the_mail_to_the_acknowledgement()
    {
        await using var office = await Office.Open();
        await office.Person(12345678);
        var mail = office.Mail("");
        var body = (Multipart)mail.Body!;
        body.RemoveAt(1);
        body.Add(MimeMessage.Load(Repository.PathOf("tests", "Mails", "30-xlsx-texte.eml")).Attachments.Single());
        var lines = await office.Send(mail);
        Assert.That(lines.Select(l => (l.Status, l.Reason)), Is.EqualTo(new[] { ((LineStatus?)LineStatus.Routed, "routed"), (LineStatus.Received, "toIdentify") }));
        Assert.That((await office.Answers()).Single().TextBody, Does.Contain((await office.Cases())[0].Reference));
    }

    [TestCase("attestation;Nom1;Awa;03/02/1994;9900000777;;;93")]
    [TestCase("attestation;Nom1;Awa;03/02/1994;;;;93")]
    [TestCase("attestation;Nom1;Awa;;;;;93")]
    public async Task A_number_that_is_corrected_updates_the_situation_of_whom_nobody_had_identified(string first)
    {
        await using var office = await Office.Open();
        await office.Person(1);
        await office.Send(office.Mail(first));
        var before = (await office.Cases()).Single();
        var line = (await office.Send(office.Mail(Office.Line(1, "attestation", ";93")))).Single();
        var after = (await office.Cases()).Single();
        Assert.That((line.Repeat, line.Status, after.Reference, after.PersonId is not null), Is.EqualTo((Repeat.Correction, (LineStatus?)LineStatus.Routed, before.Reference, true)));
        Assert.That((await office.Send(office.Mail(Office.Line(1, "attestation", ";93")))).Single().Repeat, Is.EqualTo(Repeat.Same));
    }

    [Test]
    public async Task Somebody_else_of_the_same_name_is_no_correction()
    {
        await using var office = await Office.Open();
        await office.Send(office.Mail("attestation;Nom1;Awa;03/02/1994;9900000777;;;93"));
        await office.Send(office.Mail("attestation;Nom1;Awa;04/05/1980;9900000778;;;93"));
        Assert.That(await office.Cases(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task To_ask_only_that_nothing_is_written_home_is_understood_and_done()
    {
        await using var office = await Office.Open();
        var person = await office.Person(1);
        var line = (await office.Send(office.Mail(Office.Line(1, "contact sûr")))).Single();
        Assert.That((line.Status, line.Reason), Is.EqualTo(((LineStatus?)LineStatus.Routed, "contactProtected")));
        await using var scope = office.House.Scope();
        Assert.That((await scope.ServiceProvider.GetRequiredService<IApplications>().Contact(person, default))!.SafeContact, Is.True);
    }

    private static MimeMessage With(MimeMessage mail, string file)
    {
        ((Multipart)mail.Body!).Add(new MimePart("image", "png") { FileName = file, Content = new MimeContent(new MemoryStream(Resident.Photograph)), ContentTransferEncoding = ContentEncoding.Base64 });
        return mail;
    }
}
