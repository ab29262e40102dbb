using System.Net;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Security;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Partners;

internal sealed class LeadingAnOrganisation
{
    private static readonly (string, string?)[] Fields =
        [("Form.Name", "Refuge d'Été"), ("Form.Network", "Fédération"), ("Form.From", "2026-03-01"), ("Form.Until", "2027-02-28"), ("Form.Prefectures", "38, 93"), ("Form.Procedures", "CJF"), ("Form.Senders", "A@refuge.org\n@refuge-ete.org")];

    [Test]
    public async Task An_operator_registers_one_changes_it_and_replaces_its_address()
    {
        await using var asso = await Asso.Start();
        using var operating = asso.As(TestAccess.Agent(Role.Operator));
        var registered = await operating.Post("/exploitation/partenaires/nouvelle", null, Fields);
        var page = await operating.Get(registered.Location!);
        Assert.That(page.Html, Does.Contain("Refuge d'Été").And.Contain("partenaires+refuge-d-ete-"));
        var made = await asso.Look(db => db.Organisations.SingleAsync(o => o.Name == "Refuge d'Été"));
        Assert.That(made.Senders, Is.EqualTo(new[] { "a@refuge.org", "@refuge-ete.org" }));
        Assert.That((made.Covers("38"), made.Covers("69"), made.Allows("CJF"), made.Allows("SAL")), Is.EqualTo((true, false, true, false)));

        await operating.Post(registered.Location!, "Token");
        var after = await asso.Look(db => db.Organisations.SingleAsync(o => o.Id == made.Id));
        Assert.That(after.Token, Is.Not.EqualTo(made.Token));
        Assert.That((await operating.Get("/exploitation/partenaires?q=ete")).Html, Does.Contain("Refuge d'Été").And.Not.Contain("Asso Exemple"));

        var late = await operating.Post(registered.Location!, null, [.. Fields, ("Seen", $"{made.Version}")]);
        Assert.That(late.Errors, Does.Contain("Quelqu'un d'autre a modifié"));
    }

    [TestCase("Form.Until", "2026-02-01", "finit avant de commencer")]
    [TestCase("Form.Senders", "sans-arobase", "n'est ni une adresse")]
    [TestCase("Form.Prefectures", "38, 999", "Aucune préfecture ne porte le code « 999 »")]
    [TestCase("Form.Name", "", "Le nom de l'organisation est attendu")]
    public async Task What_is_wrong_is_said_and_the_form_kept(string field, string value, string words)
    {
        await using var site = await AnefSite.Start();
        using var operating = new Accounts.Guest(site);
        operating.Browser.As(TestAccess.Agent(Role.Ministry));
        var answer = await operating.Post("/exploitation/partenaires/nouvelle", null, [.. Fields.Select(f => f.Item1 == field ? (field, value) : f)]);
        Assert.That(answer.Errors, Does.Contain(words).And.Contain("Fédération"));
    }

    [Test]
    public async Task A_referent_invites_and_removes_and_nobody_else_does()
    {
        await using var asso = await Asso.Start();
        using var mona = asso.As(asso.Mona);
        var invited = await mona.Post("/partenaires/equipe", "Invite", ("Invitation.Name", "Luc Petit"), ("Invitation.Email", "luc@asso-exemple.org"));
        Assert.That(invited.Location, Is.EqualTo("/partenaires/equipe"));
        var luc = await asso.Look(db => db.Members.SingleAsync(m => m.Name == "Luc Petit"));
        Assert.That(await Grants(asso, luc.AccountId), Is.EqualTo(new[] { "Partner" }));

        var visitor = new Visitor(luc.AccountId, "Luc Petit", null, [new(Role.Partner, null)]);
        using var his = asso.As(visitor);
        Assert.That((await his.Get("/partenaires")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await his.Get("/partenaires/equipe")).Status, Is.EqualTo(HttpStatusCode.NotFound));

        await mona.Post("/partenaires/equipe", "Remove", ("member", $"{luc.Id}"));
        Assert.That(await Grants(asso, luc.AccountId), Is.Empty);
        // Their session may last longer than their membership.
        Assert.That((await his.Get("/partenaires")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_address_of_an_applicant_is_not_invited()
    {
        await using var asso = await Asso.Start();
        await using (var scope = asso.Site.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<AccountsDb>();
            accounts.Add(Account.OfApplicant("Awa Diallo", "awa@example.org", "fr", null, asso.Site.Clock.GetUtcNow()));
            await accounts.SaveChangesAsync();
        }
        using var mona = asso.As(asso.Mona);
        var answer = await mona.Post("/partenaires/equipe", "Invite", ("Invitation.Name", "Awa Diallo"), ("Invitation.Email", "awa@example.org"));
        Assert.That(answer.Errors, Does.Contain("compte d'usager"));
        Assert.That(await asso.Look(db => db.Members.CountAsync(m => m.OrganisationId == asso.Id)), Is.EqualTo(1));
    }

    [Test]
    public async Task Nothing_opens_once_the_agreement_is_over()
    {
        await using var asso = await Asso.Start();
        using var mona = asso.As(asso.Mona);
        Assert.That((await mona.Get("/partenaires")).Status, Is.EqualTo(HttpStatusCode.OK));
        asso.Site.Clock.SetUtcNow(new(2027, 1, 2, 8, 0, 0, TimeSpan.Zero));
        Assert.That((await mona.Get("/partenaires")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static async Task<IEnumerable<string>> Grants(Asso asso, Guid account)
    {
        await using var scope = asso.Site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AccountsDb>().Accounts.SingleAsync(a => a.Id == account)).Grants.Select(g => $"{g}");
    }
}
