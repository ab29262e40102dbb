using System.Net;
using Anef.Accounts.Domain;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Integration.Accounts;

/// <summary>Somebody without FranceConnect, with the document in hand.</summary>
internal sealed class OpeningAnAccount
{
    private const string Mine = "awa@example.org";

    [Test]
    public async Task With_what_stands_on_the_document_and_the_code_from_the_mail_one_is_in()
    {
        await using var town = await Town.Build();
        var person = await town.Person();
        using var guest = new Guest(town.Site);
        var asked = await guest.Post("/connexion/ouvrir", null, Town.Identity(Mine, number: "99 1234 5678"));
        Assert.That((asked.Status, asked.Location), Is.EqualTo((HttpStatusCode.Redirect, "/connexion/code")));
        Assert.That(await guest.IsIn(), Is.False, "not before the code");
        var entered = await guest.Post("/connexion/code", null, ("Code", await town.CodeTo(Mine)));
        Assert.That(entered.Location, Is.EqualTo("/mon-espace"));
        Assert.That((await guest.Get("/compte")).Html, Does.Contain("Awa Diallo").And.Contain(Mine));
        Assert.That(await town.Look(db => db.Accounts.Select(a => a.PersonId).SingleAsync()), Is.EqualTo(person));
    }

    [Test]
    public async Task The_same_words_are_said_whatever_is_unknown_or_wrong()
    {
        await using var town = await Town.Build();
        await town.Person();
        using var guest = new Guest(town.Site);
        var words = new HashSet<string>();
        foreach (var identity in new[] { Town.Identity(Mine, number: "9900000000"), Town.Identity(Mine, document: "FR0000000"), Town.Identity(Mine, born: "1990-05-18") })
        {
            var answer = await guest.Post("/connexion/ouvrir", null, identity);
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Conflict));
            words.Add(answer.Errors[..200]);
        }
        Assert.That(words, Has.Count.EqualTo(1));
        Assert.That(await town.MailsTo(Mine, 0), Is.Empty);
    }

    [Test]
    public async Task Five_wrong_guesses_close_the_number_for_an_hour_even_to_the_right_one()
    {
        await using var town = await Town.Build();
        await town.Person();
        using var guest = new Guest(town.Site);
        for (var i = 0; i < 5; i++) await guest.Post("/connexion/ouvrir", null, Town.Identity(Mine, document: $"FR000000{i}"));
        Assert.That((await guest.Post("/connexion/ouvrir", null, Town.Identity(Mine))).Errors, Does.Contain("trop d'essais"));
        town.Site.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.That((await guest.Post("/connexion/ouvrir", null, Town.Identity(Mine))).Location, Is.EqualTo("/connexion/code"));
    }

    [Test]
    public async Task A_file_has_one_account()
    {
        await using var town = await Town.Build();
        await town.Person();
        using var first = await town.Open(Mine);
        using var other = new Guest(town.Site);
        Assert.That((await other.Post("/connexion/ouvrir", null, Town.Identity("other@example.org"))).Errors, Does.Contain("déjà ouvert"));
    }

    [Test]
    public async Task Whose_contact_is_not_safe_is_sent_to_a_counter()
    {
        await using var town = await Town.Build();
        await town.Person(safe: true);
        using var guest = new Guest(town.Site);
        Assert.That((await guest.Post("/connexion/ouvrir", null, Town.Identity(Mine))).Errors, Does.Contain("point d'accueil"));
        Assert.That(await town.Look(db => db.Codes.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Another_address_in_the_file_is_told()
    {
        await using var town = await Town.Build();
        await town.Person(email: "known@example.org");
        using var guest = await town.Open(Mine);
        Assert.That((await town.MailsTo("known@example.org"))[^1], Does.Contain("avec une autre adresse"));
    }

    [Test]
    public async Task Without_an_address_a_letter_leaves_and_only_its_hash_is_kept()
    {
        await using var town = await Town.Build();
        await town.Person();
        using var guest = new Guest(town.Site);
        Assert.That((await guest.Post("/connexion/ouvrir", null, Town.Identity(null))).Location, Is.EqualTo("/connexion/courrier?envoyee=true"));
        Assert.That(await town.LettersOf("38"), Is.EqualTo(1));
        var code = await town.Look(db => db.Codes.AsNoTracking().SingleAsync());
        Assert.That((code.Purpose, code.Hash.Split('.').Length), Is.EqualTo((CodePurpose.Paper, 2)));
    }

    [Test]
    public async Task For_a_first_request_a_name_and_an_address_are_enough()
    {
        await using var town = await Town.Build();
        using var guest = new Guest(town.Site);
        await guest.Post("/connexion/premiere-demande", null, ("FirstNames", "Bintou"), ("Surname", "Sarr"), ("Born", "1999-01-02"), ("Email", Mine));
        await guest.Post("/connexion/code", null, ("Code", await town.CodeTo(Mine)));
        Assert.That((await guest.Get("/compte")).Html, Does.Contain("Bintou Sarr"));
        Assert.That(await town.Look(db => db.Accounts.Select(a => a.PersonId).SingleAsync()), Is.Null);
    }

    [Test]
    public async Task An_address_that_is_in_use_is_told_so_and_the_page_says_nothing()
    {
        await using var town = await Town.Build();
        await town.Person();
        using var first = await town.Open(Mine);
        using var other = new Guest(town.Site);
        var asked = await other.Post("/connexion/premiere-demande", null, ("FirstNames", "Bintou"), ("Surname", "Sarr"), ("Born", "1999-01-02"), ("Email", Mine));
        Assert.That(asked.Location, Is.EqualTo("/connexion/code"));
        Assert.That((await town.MailsTo(Mine, 2))[^1], Does.Contain("un compte l'utilise déjà"));
    }
}
