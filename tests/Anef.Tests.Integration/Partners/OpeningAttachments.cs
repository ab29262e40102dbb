using System.Net;
using Anef.PartnerOrganisations.ProcessBatch;
using Anef.PartnerOrganisations.SendFiles;
using Anef.PartnerOrganisations.TakeMail;
using Anef.SharedKernel.Security;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Integration.Partners;

internal sealed class OpeningAttachments
{
    [Test]
    public async Task Who_answers_sees_the_files_of_the_situation_and_nobody_else_does()
    {
        await using var asso = await Asso.Start();
        await asso.Mandate();
        var born = "01/01/1990";
        var number = (await asso.Awa.Look()).Number;
        var table = System.Text.Encoding.UTF8.GetBytes($"type;nom;naissance;numero_demande;texte;pieces\nquestion;Diallo;{born};{number};Est-ce lisible ?;photo.png\nblocage;Diallo;{born};{number};Erreur à l'envoi;autre.png\n");
        var content = FilesMessage.Make(asso.Id, "mona@asso.example", "partenaires@anef.invalid", null, null, [("t.csv", table), ("photo.png", Space.Resident.Photograph), ("autre.png", Space.Resident.Photograph)], new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var taken = await asso.Site.Ask<TakeMail.Request, TakeMail.Taken>(new(content, "web", asso.Id, "Mona Karim"));
        await asso.Site.Ask<ProcessBatch.Request, bool>(new(taken.Batch!.Value));
        var page = $"/agents/partenaires/{await asso.Look(db => db.Cases.Where(c => c.Kind == "question").Select(c => c.Reference).SingleAsync())}";
        using var officer = asso.Site.Browser().As(asso.Officer);
        using var elsewhere = asso.Site.Browser().As(TestAccess.Agent(Role.CaseOfficer, "93"));
        Assert.That(await officer.GetStringAsync(page), Does.Contain("pieces?nom=photo.png"));
        Assert.That(await officer.GetByteArrayAsync($"{page}/pieces?nom=photo.png"), Is.EqualTo(Space.Resident.Photograph));
        Assert.That((await officer.GetAsync($"{page}/pieces?nom=autre.png")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "it belongs to another situation");
        Assert.That((await elsewhere.GetAsync($"{page}/pieces?nom=photo.png")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
