using Anef.PartnerOrganisations.Domain;
using Anef.PartnerOrganisations.TakeMail;
using Anef.SharedKernel.Security;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Integration.Partners;

internal sealed class LookingIntoQuarantine
{
    [TestCase("Release", MailState.Released, 1)]
    [TestCase("Refuse", MailState.Refused, 0)]
    public async Task An_operator_sees_why_a_mail_is_there_and_decides_with_a_reason(string what, MailState state, int batches)
    {
        await using var asso = await Asso.Start();
        var mail = System.Text.Encoding.ASCII.GetBytes("From: inconnu@ailleurs.example\r\nTo: partenaires+asso-exemple@anef.example\r\nSubject: situations\r\nMessage-ID: <q1@ailleurs.example>\r\n\r\n1) DIALLO Awa, nee le 01/01/1990 : question\r\n");
        var taken = await asso.Site.Ask<TakeMail.Request, TakeMail.Taken>(new(mail, "mail"));
        Assert.That((taken.Batch, taken.Reason), Is.EqualTo(((Guid?)null, "unknownSender")));

        using var operating = asso.As(TestAccess.Agent(Role.Operator));
        const string List = "/exploitation/partenaires/quarantaine";
        Assert.That((await operating.Get(List)).Html, Does.Contain("inconnu@ailleurs.example"));
        var page = $"{List}/{taken.Mail}";
        Assert.That((await operating.Get(page)).Html, Does.Contain("L'expéditeur n'est pas enregistré").And.Not.Contain("DIALLO"));
        Assert.That((await operating.Post(page, what, ("Note", ""))).Errors, Does.Contain("Dites pourquoi"));

        Assert.That((await operating.Post(page, what, ("Note", "Vérifié par téléphone."))).Location, Is.EqualTo(List));
        var settled = await asso.Look(db => db.Mails.SingleAsync());
        Assert.That((settled.State, settled.Note, await asso.Look(db => db.Batches.CountAsync())), Is.EqualTo((state, "Vérifié par téléphone.", batches)));
    }
}
