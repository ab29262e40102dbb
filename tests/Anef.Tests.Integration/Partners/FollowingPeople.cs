using System.Net;
using System.Text;
using Anef.Applications.Access;
using Anef.Applications.Persistence;
using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.ReadBatch;
using Anef.PartnerOrganisations.SendFiles;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Partners;

internal sealed class FollowingPeople
{
    [Test]
    public async Task Each_reading_is_written_down_and_the_person_sees_it()
    {
        await using var asso = await Asso.Start();
        await asso.Mandate();
        using var mona = asso.As(asso.Mona);
        var page = await mona.Get("/partenaires");
        Assert.That(page.Html, Does.Contain("Diallo Awa").And.Contain(asso.Awa.Number));
        Assert.That(await asso.Awa.Read("/mon-espace/consultations"), Does.Contain("Mona Karim (Asso Exemple)").And.Contain("Organisation mandatée"));
        await using var scope = asso.Site.Services.CreateAsyncScope();
        var reading = await scope.ServiceProvider.GetRequiredService<ApplicationsDb>().Set<FileReading>().SingleAsync(r => r.Role == Role.Partner);
        Assert.That((reading.AccountId, reading.ApplicationId), Is.EqualTo((asso.Mona.AccountId!.Value, asso.Awa.Application)));
    }

    [Test]
    public async Task A_mandate_for_other_procedures_shows_no_request()
    {
        await using var asso = await Asso.Start();
        await asso.Mandate(null, "SAL");
        using var mona = asso.As(asso.Mona);
        Assert.That((await mona.Get("/partenaires")).Html, Does.Contain("Diallo").And.Not.Contain(asso.Awa.Number));
    }

    [TestCase("dîallo", true)]
    [TestCase("awa diallo", true)]
    [TestCase("martin", false)]
    public async Task Is_searched_without_regard_to_accents(string text, bool found)
    {
        await using var asso = await Asso.Start();
        await asso.Mandate();
        using var mona = asso.As(asso.Mona);
        Assert.That((await mona.Get($"/partenaires?q={Uri.EscapeDataString(text)}")).Html.Contains(asso.Awa.Number, StringComparison.Ordinal), Is.EqualTo(found));
    }

    [Test]
    public async Task Those_of_another_organisation_are_not_there()
    {
        await using var asso = await Asso.Start();
        var other = new Visitor(Guid.CreateVersion7(), "Jean Autre", null, [new(Role.Partner, null)]);
        await asso.Mandate(await asso.Register("Autre", other));
        using var mona = asso.As(asso.Mona);
        Assert.That((await mona.Get("/partenaires")).Html, Does.Not.Contain("Diallo"));
    }

    [Test]
    public async Task A_batch_shows_its_lines_and_gives_them_as_a_table()
    {
        await using var asso = await Asso.Start();
        var batch = new Batch { OrganisationId = asso.Id, Channel = "web", Sender = "Mona Karim", MailId = Guid.CreateVersion7(), ReceivedAt = asso.Site.Clock.GetUtcNow(), State = BatchState.Done, Lines = 1, Settled = 1 };
        var situation = await asso.Situation("P-38-2026-A", new(2026, 3, 5), asso.Awa.Person);
        await asso.Keep(batch, new BatchLine { BatchId = batch.Id, Number = 3, Content = "{\"Kind\":\"question\",\"Surname\":\"Écrit\",\"Number\":3}", Hash = "x", CaseId = situation.Id, Status = LineStatus.RefusedNoMandate, Reason = "noMandate" });
        using var mona = asso.As(asso.Mona);
        Assert.That((await mona.Get($"/partenaires/lots/{batch.Id}")).Html, Does.Contain("question Écrit").And.Contain("refusée, sans mandat").And.Contain("P-38-2026-A"));
        var csv = await mona.Browser.GetStringAsync(new Uri($"/partenaires/lots/{batch.Id}/resultat.csv", UriKind.Relative));
        Assert.That(csv.TrimStart('\uFEFF').Split("\r\n")[0], Is.EqualTo("line;status;reference;reason;todo"));
        Assert.That(csv.Split("\r\n")[1], Does.StartWith("3;refusedNoMandate;P-38-2026-A;"));
        var feed = await mona.Browser.GetStringAsync(new Uri($"/partenaires/lots/{batch.Id}/direct", UriKind.Relative));
        Assert.That(feed, Does.Contain("event: change").And.Contain("Done 1/1"));

        using var jean = asso.As(new(Guid.CreateVersion7(), "Jean", null, [new(Role.Partner, null)]));
        foreach (var path in new[] { "", "/resultat.csv", "/direct" }) Assert.That((await jean.Get($"/partenaires/lots/{batch.Id}{path}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public void A_cell_that_begins_like_a_formula_is_text()
    {
        var csv = Encoding.UTF8.GetString(ResultCsv.Of([new(1, "", LineStatus.Routed, Repeat.New, "=1+1", "a;\"b\"", "@x")]));
        Assert.That(csv.Split("\r\n")[1], Is.EqualTo("1;routed;'=1+1;\"a;\"\"b\"\"\";'@x"));
    }

    [Test]
    public void The_templates_have_the_headings_of_the_table()
    {
        Assert.That(Encoding.UTF8.GetString(Templates.Csv()).Trim('\uFEFF'), Is.EqualTo("ligne;type;nom;prenoms;naissance;numero_etranger;numero_demande;procedure;fin_titre;departement;contact;consigne;texte;pieces\r\n"));
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(Templates.Xlsx()));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var cells = System.Xml.Linq.XDocument.Parse(sheet.ReadToEnd()).Descendants().Where(e => e.Name.LocalName == "t").Select(e => e.Value);
        Assert.That(cells, Is.EqualTo(Templates.Headings));
    }

    [Test]
    public void The_same_files_make_the_same_message_and_others_another()
    {
        var organisation = Guid.CreateVersion7();
        byte[] Make(string text, DateTimeOffset now) => FilesMessage.Make(organisation, "a@b.org", "c@d.org", "Objet\r\nBcc: x@y.org", "", [("t.csv", Encoding.UTF8.GetBytes(text))], now);
        static MimeKit.MimeMessage Read(byte[] content) => MimeKit.MimeMessage.Load(new MemoryStream(content));
        var one = Read(Make("1", DateTimeOffset.UnixEpoch));
        Assert.That(Read(Make("1", DateTimeOffset.UnixEpoch.AddDays(1))).MessageId, Is.EqualTo(one.MessageId));
        Assert.That(Read(Make("2", DateTimeOffset.UnixEpoch)).MessageId, Is.Not.EqualTo(one.MessageId));
        Assert.That(one.Bcc, Is.Empty);
    }
}
