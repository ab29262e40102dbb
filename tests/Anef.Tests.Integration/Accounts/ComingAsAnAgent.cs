using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Integration.Accounts;

/// <summary>ProConnect's profile for agents: only who was invited gets in.</summary>
internal sealed class ComingAsAnAgent
{
    private const string Mine = "claire.perrin@isere.example";

    [Test]
    public async Task Whoever_was_invited_gets_in_and_is_known_by_the_subject_from_then_on()
    {
        await using var issuer = await Agents();
        await using var town = await ComingFromAnIssuer.With(issuer, "ProConnect");
        await town.Agent(Mine, "WelcomePoint@38");
        using var guest = new Guest(town.Site);
        await guest.Follow("/connexion/proconnect?retour=/compte");
        Assert.That((await guest.Get("/accueil/comptes")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(issuer.LastAsked!.Scope, Is.EqualTo("openid given_name usual_name email siret uid"));
        issuer.Person["email"] = "claire.married@isere.example";
        using var later = new Guest(town.Site);
        await later.Follow("/connexion/proconnect?retour=/compte");
        Assert.That(await later.IsIn());
        issuer.Person["sub"] = "p-2";
        issuer.Person["email"] = Mine;
        using var other = new Guest(town.Site);
        Assert.That((await other.Follow("/connexion/proconnect")).Status, Is.EqualTo(HttpStatusCode.Forbidden), "an address that is used again opens nothing");
    }

    [Test]
    public async Task Whoever_was_not_is_told_whom_to_ask()
    {
        await using var issuer = await Agents();
        await using var town = await ComingFromAnIssuer.With(issuer, "ProConnect");
        using var guest = new Guest(town.Site);
        var refused = await guest.Follow("/connexion/proconnect");
        Assert.That((refused.Status, refused.Html.Contains("Demandez à votre chef d'équipe", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.Forbidden, true)));
        Assert.That(await guest.IsIn(), Is.False);
    }

    [Test]
    public async Task An_applicant_s_account_is_no_agent_s()
    {
        await using var issuer = await Agents();
        await using var town = await ComingFromAnIssuer.With(issuer, "ProConnect");
        await town.Person();
        using var applicant = await town.Open(Mine);
        using var guest = new Guest(town.Site);
        Assert.That((await guest.Follow("/connexion/proconnect")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Agents_get_no_code_by_mail_where_they_have_an_issuer()
    {
        await using var issuer = await Agents();
        await using var town = await ComingFromAnIssuer.With(issuer, "ProConnect");
        await town.Agent(Mine, "CaseOfficer@38");
        using var guest = new Guest(town.Site);
        Assert.That((await guest.Post("/connexion", null, ("Name", Mine))).Location, Is.EqualTo("/connexion/code"));
        Assert.That(await town.Look(db => db.Codes.CountAsync(c => c.AccountId != null)), Is.Zero);
    }

    private static async Task<Issuer> Agents()
    {
        var issuer = await Issuer.Start();
        issuer.Level = null;
        issuer.Person = new() { ["sub"] = "p-1", ["given_name"] = "Claire", ["usual_name"] = "Perrin", ["email"] = Mine, ["siret"] = "13002526500013", ["uid"] = "u-1" };
        return issuer;
    }
}
