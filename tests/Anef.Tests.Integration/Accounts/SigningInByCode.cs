using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Anef.Tests.Integration.Accounts;

/// <summary>An account of our own, and those who try to get into it.</summary>
internal sealed class SigningInByCode
{
    private const string Mine = "awa@example.org";

    [TestCase(Mine)]
    [TestCase("AWA@example.org ")]
    [TestCase("99 1234 5678")]
    public async Task The_address_or_the_foreigner_number_will_do(string name)
    {
        await using var town = await Town.Build();
        await town.Person();
        using (await town.Open(Mine)) { }
        using var guest = new Guest(town.Site);
        await guest.Post("/connexion", null, ("Name", name));
        await guest.Post("/connexion/code", null, ("Code", await town.CodeTo(Mine, 2)));
        Assert.That(await guest.IsIn());
        Assert.That((await guest.Get("/compte")).Html, Does.Contain("connexion (code reçu par e-mail)"));
    }

    [Test]
    public async Task Whoever_has_no_account_is_answered_like_everybody_down_to_the_number_of_tries()
    {
        await using var town = await Town.Build();
        await town.Person();
        using (await town.Open(Mine)) { }
        var answers = new List<string>();
        foreach (var name in new[] { Mine, "nobody@example.org", "9900000001" })
        {
            using var guest = new Guest(town.Site);
            var asked = await guest.Post("/connexion", null, ("Name", name));
            var said = new List<string> { $"{asked.Status} {asked.Location}" };
            for (var i = 0; i < 6; i++)
            {
                var tried = await guest.Post("/connexion/code", null, ("Code", "0000 0000"));
                said.Add($"{tried.Status} {tried.Errors[..120]}");
            }
            answers.Add(string.Join('\n', said));
        }
        Assert.That(answers.Distinct().Count(), Is.EqualTo(1));
        Assert.That(answers[0], Does.Contain("n'est pas le code").And.Contain("n'est plus valable"));
    }

    [Test]
    public async Task After_five_tries_the_right_code_is_too_late()
    {
        await using var town = await Town.Build();
        await town.Person();
        using (await town.Open(Mine)) { }
        using var guest = new Guest(town.Site);
        await guest.Post("/connexion", null, ("Name", Mine));
        var code = await town.CodeTo(Mine, 2);
        for (var i = 0; i < 5; i++) await guest.Post("/connexion/code", null, ("Code", "00000000"));
        Assert.That((await guest.Post("/connexion/code", null, ("Code", code))).Errors, Does.Contain("n'est plus valable"));
        Assert.That(await guest.IsIn(), Is.False);
    }

    [Test]
    public async Task A_code_is_over_after_a_quarter_of_an_hour()
    {
        await using var town = await Town.Build();
        await town.Person();
        using (await town.Open(Mine)) { }
        using var guest = new Guest(town.Site);
        await guest.Post("/connexion", null, ("Name", Mine));
        var code = await town.CodeTo(Mine, 2);
        town.Site.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.That((await guest.Post("/connexion/code", null, ("Code", code))).Errors, Does.Contain("n'est plus valable"));
    }

    [Test]
    public async Task A_code_serves_once_and_in_the_browser_that_asked_for_it()
    {
        await using var town = await Town.Build();
        await town.Person();
        using (await town.Open(Mine)) { }
        using var guest = new Guest(town.Site);
        using var thief = new Guest(town.Site);
        await guest.Post("/connexion", null, ("Name", Mine));
        var code = await town.CodeTo(Mine, 2);
        await thief.Post("/connexion", null, ("Name", "nobody@example.org"));
        Assert.That((await thief.Post("/connexion/code", null, ("Code", code))).Errors, Does.Contain("n'est pas le code"));
        await guest.Post("/connexion/code", null, ("Code", code));
        Assert.That((await guest.IsIn(), await thief.IsIn()), Is.EqualTo((true, false)));
        Assert.That(await town.Look(db => db.Codes.CountAsync(c => c.UsedAt != null && c.Tries == 1)), Is.EqualTo(2));
    }

    [Test]
    public async Task No_more_than_five_codes_leave_in_an_hour()
    {
        await using var town = await Town.Build();
        await town.Person();
        using (await town.Open(Mine)) { }
        using var guest = new Guest(town.Site);
        for (var i = 0; i < 5; i++) await guest.Post("/connexion", null, ("Name", Mine));
        var sixth = await guest.Post("/connexion", null, ("Name", Mine));
        Assert.That((sixth.Status, sixth.Errors.Contains("trop d'essais", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.Conflict, true)));
        Assert.That(await town.MailsTo(Mine, 6), Has.Count.EqualTo(6), "the one that opened the account, and five");
    }

    [Test]
    public async Task The_code_is_nowhere_in_the_database()
    {
        await using var town = await Town.Build();
        await town.Person();
        using var guest = new Guest(town.Site);
        await guest.Post("/connexion/ouvrir", null, Town.Identity(Mine));
        var code = (await town.CodeTo(Mine)).Replace(" ", "", StringComparison.Ordinal);
        await using var connection = await town.Site.Database.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(Hash || coalesce(Sealed, '')) || (SELECT coalesce(group_concat(Body), '') FROM accounts_outbox) || (SELECT coalesce(group_concat(Text), '') FROM notifications_messages) FROM accounts_codes";
        Assert.That((string)(await command.ExecuteScalarAsync())!, Does.Not.Contain(code).And.Not.Contain(Mine));
    }

    [TestCase("https://elsewhere.example/")]
    [TestCase("//elsewhere.example/")]
    [TestCase("/\\elsewhere.example/")]
    [TestCase("/\t/elsewhere.example/")]
    public async Task Nobody_is_sent_elsewhere_afterwards(string wanted)
    {
        await using var town = await Town.Build();
        await town.Person();
        using (await town.Open(Mine)) { }
        using var guest = new Guest(town.Site);
        await guest.Post("/connexion", null, ("Name", Mine), ("retour", wanted));
        Assert.That((await guest.Post("/connexion/code", null, ("Code", await town.CodeTo(Mine, 2)))).Location, Is.EqualTo("/mon-espace"));
    }

    [Test]
    public async Task The_page_wanted_is_the_one_that_opens()
    {
        await using var town = await Town.Build();
        await town.Person();
        using (await town.Open(Mine)) { }
        using var guest = new Guest(town.Site);
        var shown = await guest.Get("/compte/sessions");
        Assert.That(shown.Location, Does.EndWith("/connexion?retour=%2Fcompte%2Fsessions"));
        await guest.Post("/connexion?retour=%2Fcompte%2Fsessions", null, ("Name", Mine), ("retour", "/compte/sessions"));
        Assert.That((await guest.Post("/connexion/code", null, ("Code", await town.CodeTo(Mine, 2)))).Location, Is.EqualTo("/compte/sessions"));
    }

    [Test]
    public async Task One_address_may_try_ten_times_a_minute()
    {
        await using var town = await Town.Build(settings: ("Accounts:SignInsPerMinute", "10"));
        using var guest = new Guest(town.Site);
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 14; i++) codes.Add((await guest.Post("/connexion", null, ("Name", $"n{i}@example.org"))).Status);
        // The minute may turn between two of them.
        Assert.That(codes.Take(10), Is.All.EqualTo(HttpStatusCode.Redirect));
        Assert.That(codes.Skip(10), Has.Some.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That((await guest.Get("/connexion")).Status, Is.EqualTo(HttpStatusCode.OK), "to read is not to try");
    }
}
