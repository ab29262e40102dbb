using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Integration.Accounts;

/// <summary>FranceConnect's profile for applicants, against an issuer of ours: every redirection is followed.</summary>
internal sealed class ComingFromAnIssuer
{
    [TestCase(Telling.Json)]
    [TestCase(Telling.SignedToken)]
    public async Task On_a_first_visit_the_number_and_the_birth_date_that_the_issuer_vouches_for_find_the_file(Telling telling)
    {
        await using var issuer = await Issuer.Start();
        issuer.Telling = telling;
        await using var town = await With(issuer);
        var person = await town.Person();
        using var guest = new Guest(town.Site);
        var arrived = await guest.Follow("/connexion/franceconnect");
        Assert.That(arrived.Html, Does.Contain("Bonjour Awa DIALLO"));
        Assert.That((issuer.LastAsked!.AcrValues, issuer.LastAsked.Nonce!.Length, issuer.LastAsked.Scope), Is.EqualTo(("eidas1", 64, "openid given_name family_name birthdate gender birthplace email")));
        Assert.That((await guest.Post("/connexion/arrivee", "Link", ("ForeignerNumber", Town.Number))).Location, Is.EqualTo("/mon-espace"));
        Assert.That(await town.Look(db => db.Accounts.Select(a => a.PersonId).SingleAsync()), Is.EqualTo(person));
        using var later = new Guest(town.Site);
        await later.Follow("/connexion/franceconnect?retour=/compte");
        Assert.That(await later.IsIn(), "the second time nothing is asked");
        Assert.That((await later.Get("/compte")).Html, Does.Contain("connexion (FranceConnect)").And.Not.Contain("fc@example.org"), "an address that nobody has tried is not believed");
    }

    [Test]
    public async Task Whoever_has_no_file_goes_on_without()
    {
        await using var issuer = await Issuer.Start();
        await using var town = await With(issuer);
        using var guest = new Guest(town.Site);
        await guest.Follow("/connexion/franceconnect");
        await guest.Post("/connexion/arrivee", "First");
        Assert.That((await guest.Get("/compte")).Html, Does.Contain("Awa DIALLO"));
    }

    [TestCase("birthdate", "1990-05-18")]
    [TestCase("name", "Somebody Else")]
    public async Task Another_person_s_number_finds_nothing(string claim, string value)
    {
        await using var issuer = await Issuer.Start();
        if (claim == "name") (issuer.Person["given_name"], issuer.Person["family_name"]) = ("Somebody", "Else");
        else issuer.Person[claim] = value;
        await using var town = await With(issuer);
        await town.Person();
        using var guest = new Guest(town.Site);
        await guest.Follow("/connexion/franceconnect");
        var refused = await guest.Post("/connexion/arrivee", "Link", ("ForeignerNumber", Town.Number));
        Assert.That((refused.Status, refused.Errors.Contains("dans aucun dossier", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.Conflict, true)));
        Assert.That(await town.Look(db => db.Accounts.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task An_account_opened_with_a_document_gets_a_second_way_in()
    {
        await using var issuer = await Issuer.Start();
        await using var town = await With(issuer);
        await town.Person();
        using var first = await town.Open("awa@example.org");
        using var guest = new Guest(town.Site);
        await guest.Follow("/connexion/franceconnect");
        await guest.Post("/connexion/arrivee", "Link", ("ForeignerNumber", Town.Number));
        Assert.That(await town.Look(db => db.Accounts.CountAsync()), Is.EqualTo(1));
        Assert.That((await first.Get("/compte")).Html, Does.Contain("connexion par FranceConnect ajoutée"));
    }

    [TestCase(Telling.ForgedToken)]
    [TestCase(Telling.TokenForAnother)]
    [TestCase(Telling.OfSomebodyElse)]
    public async Task What_the_issuer_did_not_say_is_not_believed(Telling telling)
    {
        await using var issuer = await Issuer.Start();
        issuer.Telling = telling;
        await using var town = await With(issuer);
        using var guest = new Guest(town.Site);
        Assert.That((await guest.Follow("/connexion/franceconnect")).Html, Does.Contain("La connexion n'a pas abouti"));
        Assert.That((await guest.Get("/connexion/arrivee")).Location, Is.EqualTo("/connexion"));
    }

    [TestCase(null)]
    [TestCase("eidas0")]
    public async Task A_weaker_proof_than_was_asked_for_is_refused(string? level)
    {
        await using var issuer = await Issuer.Start();
        issuer.Level = level;
        await using var town = await With(issuer);
        using var guest = new Guest(town.Site);
        Assert.That((await guest.Follow("/connexion/franceconnect")).Html, Does.Contain("La connexion n'a pas abouti"));
    }

    [Test]
    public async Task An_answer_that_this_browser_did_not_ask_for_is_refused()
    {
        await using var issuer = await Issuer.Start();
        await using var town = await With(issuer);
        using var thief = new Guest(town.Site);
        var toIssuer = (await thief.Get("/connexion/franceconnect")).Location!;
        var back = (await thief.Get(toIssuer)).Location!;
        using var victim = new Guest(town.Site);
        Assert.That((await victim.Follow(back)).Html, Does.Contain("La connexion n'a pas abouti"));
    }

    [Test]
    public async Task Leaving_ends_the_issuer_s_session_too()
    {
        await using var issuer = await Issuer.Start();
        await using var town = await With(issuer);
        using var guest = new Guest(town.Site);
        await guest.Follow("/connexion/franceconnect");
        await guest.Post("/connexion/arrivee", "First");
        var left = await guest.Post("/deconnexion", null);
        Assert.That(left.Html, Does.Contain("href=\"/deconnexion/franceconnect\""));
        Assert.That(await guest.IsIn(), Is.False);
        var home = await guest.Follow("/deconnexion/franceconnect");
        Assert.That(issuer.LastHint, Does.StartWith("ey"));
        Assert.That(home.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    internal static Task<Town> With(Issuer issuer, string name = "FranceConnect") => Town.Build(now: TimeProvider.System.GetUtcNow(), settings: issuer.Settings(name));
}
