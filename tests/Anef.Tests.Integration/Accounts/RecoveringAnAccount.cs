using System.Net;
using System.Text.RegularExpressions;
using Anef.Accounts.Domain;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Integration.Accounts;

/// <summary>At a counter, without the old mailbox.</summary>
internal sealed partial class RecoveringAnAccount
{
    private const string Old = "old@example.org";
    private const string New = "new@example.org";
    private const string Agent = "agent@prefecture.example";

    [Test]
    public async Task A_new_address_replaces_the_old_and_every_session_is_over()
    {
        await using var town = await Prepared();
        using var stolen = await town.Open(Old);
        using var counter = await town.SignIn(Agent);
        var done = await counter.Post("/accueil/comptes", "Address", AtCounter(("Email", New)));
        Assert.That(done.Location, Is.EqualTo("/accueil/comptes?remplacee=true"));
        Assert.That(await stolen.IsIn(), Is.False);
        var before = (await town.MailsTo(Old, 2)).Count;
        using var thief = new Guest(town.Site);
        await thief.Post("/connexion", null, ("Name", Old));
        Assert.That(await town.MailsTo(Old, 0), Has.Count.EqualTo(before), "no code goes there any more");
        using var person = new Guest(town.Site);
        await person.Post("/connexion", null, ("Name", New));
        await person.Post("/connexion/code", null, ("Code", await town.CodeTo(New, 2)));
        Assert.That((await person.Get("/compte")).Html, Does.Contain("adresse de connexion remplacée au guichet par Claire Perrin"));
        Assert.That(await town.Look(db => db.Journal.CountAsync(l => l.What == JournalKind.AddressReplaced && l.By != null)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_sheet_of_paper_opens_the_account_once()
    {
        await using var town = await Prepared();
        using var counter = await town.SignIn(Agent);
        var code = Code().Match((await counter.Post("/accueil/comptes", "Sheet", AtCounter())).Html).Value;
        using var person = new Guest(town.Site);
        var wrong = await person.Post("/connexion/courrier", null, Paper("AAAA-BBBB-CCCC-DDDD"));
        var unknown = await person.Post("/connexion/courrier", null, [("ForeignerNumber", "9900000009"), ("Born", "1990-05-17"), ("Code", code)]);
        Assert.That((wrong.Status, wrong.Errors[..200]), Is.EqualTo((unknown.Status, unknown.Errors[..200])));
        Assert.That((await person.Post("/connexion/courrier", null, Paper(code.ToLowerInvariant()))).Location, Is.EqualTo("/compte"));
        Assert.That(await person.IsIn());
        using var again = new Guest(town.Site);
        await again.Post("/connexion/courrier", null, Paper(code));
        Assert.That(await again.IsIn(), Is.False, "it has served");
        var next = Code().Match((await person.Post("/compte", "Prepare")).Html).Value;
        await again.Post("/connexion/courrier", null, Paper(next));
        Assert.That(await again.IsIn(), "the code of the next visit");
    }

    [Test]
    public async Task One_click_locks_everybody_else_out()
    {
        await using var town = await Prepared();
        using var stolen = await town.Open(Old);
        await town.Look(async db =>
        {
            db.Add(new ExternalSignIn { AccountId = await db.Accounts.Where(a => a.Email == Old).Select(a => a.Id).SingleAsync(), Issuer = "i", Subject = "s" });
            return await db.SaveChangesAsync();
        });
        var before = (await town.MailsTo(Old)).Count;
        using var counter = await town.SignIn(Agent);
        var sheet = await counter.Post("/accueil/comptes", "Lock", AtCounter());
        Assert.That(await stolen.IsIn(), Is.False);
        Assert.That(await town.Look(db => db.Externals.CountAsync()), Is.Zero);
        Assert.That(await town.MailsTo(Old, 0), Has.Count.EqualTo(before), "no mail is sent: somebody else may read it");
        using var person = new Guest(town.Site);
        await person.Post("/connexion/courrier", null, Paper(Code().Match(sheet.Html).Value));
        Assert.That((await person.Get("/compte")).Html, Does.Contain("anciens accès fermés au guichet par Claire Perrin").And.Not.Contain(Old));
    }

    [Test]
    public async Task Nothing_is_done_before_the_identity_was_checked()
    {
        await using var town = await Prepared();
        using var counter = await town.SignIn(Agent);
        var refused = await counter.Post("/accueil/comptes", "Sheet", ("ForeignerNumber", Town.Number), ("Born", "1990-05-17"));
        Assert.That((refused.Status, refused.Errors.Contains("face à face", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.Conflict, true)));
        Assert.That(await town.Look(db => db.Codes.CountAsync(c => c.Purpose == CodePurpose.Paper)), Is.Zero);
    }

    [Test]
    public async Task Another_prefecture_s_person_is_nobody_here()
    {
        await using var town = await Prepared("93");
        using var counter = await town.SignIn(Agent);
        Assert.That((await counter.Post("/accueil/comptes", "Sheet", AtCounter())).Errors, Does.Contain("Aucun dossier de votre préfecture"));
    }

    private static async Task<Town> Prepared(string prefecture = "38")
    {
        var town = await Town.Build();
        await town.Person(prefecture: prefecture);
        await town.Agent(Agent, "WelcomePoint@38");
        return town;
    }

    private static (string, string?)[] AtCounter(params (string, string?)[] more) => [("ForeignerNumber", Town.Number), ("Born", "1990-05-17"), ("IdentityChecked", "true"), .. more];

    private static (string, string?)[] Paper(string code) => [("ForeignerNumber", Town.Number), ("Born", "1990-05-17"), ("Code", code)];

    [GeneratedRegex("(?<![A-Z0-9-])[2-9A-Z]{4}(-[2-9A-Z]{4}){3}(?![A-Z0-9-])")]
    private static partial Regex Code();
}
