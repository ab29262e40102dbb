using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Staffing.Domain;
using Anef.Staffing.ScheduleReports;
using Anef.Staffing.SendReports;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using static Anef.Tests.Integration.Reports.Histories;

namespace Anef.Tests.Integration.Reports;

public sealed class SendingReports
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private AnefHouse _house = null!;

    [SetUp]
    public async Task Open()
    {
        // Sunday 1 November 2026, 21:00 in Paris.
        _house = await AnefHouse.Build(now: new(2026, 11, 1, 20, 0, 0, TimeSpan.Zero));
        await Send(); // Those of the week before went to nobody: there was nobody yet.
    }

    [TearDown]
    public ValueTask Close() => _house.DisposeAsync();

    [Test]
    public async Task On_Monday_at_seven_managers_have_it_once()
    {
        await Agent("Paul Giraud", "paul@loire.example", Role.TeamManager);
        await Agent("Claire Perrin", "claire@loire.example", Role.CaseOfficer);
        await _house.Write(Stay("CJF", "2026-10-27"));
        _house.Clock.Advance(9 * Hour);
        await Send();
        Assert.That(Mails(), Is.Empty, "it is six");
        _house.Clock.Advance(Hour);
        await Send();
        await Send();
        var mail = Mails().Single();
        Assert.That((mail.To.Mailboxes.Single().Address, mail.Subject), Is.EqualTo(("paul@loire.example", "Charge de travail – Loire, du 26/10/2026 au 01/11/2026")));
        Assert.That(mail.TextBody, Does.Contain("Entrées : 1"));
        Assert.That(mail.Attachments.OfType<TextPart>().Single().Text, Does.Contain("CJF"));
        _house.Clock.Advance(7 * 24 * Hour);
        await Send();
        Assert.That(Mails(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Officers_have_it_who_asked_and_managers_choose_the_hour()
    {
        var (manager, officer) = (await Agent("Paul Giraud", "paul@loire.example", Role.TeamManager), await Agent("Claire Perrin", "claire@loire.example", Role.CaseOfficer));
        await _house.Ask<Subscribe.Request, Done>(new(officer, "42", true));
        await _house.Ask<SetSchedule.Request, Done>(new(manager, "42", DayOfWeek.Tuesday, 15, true));
        _house.Clock.Advance(20 * Hour);
        await Send();
        Assert.That(Mails(), Is.Empty, "it is Monday");
        _house.Clock.Advance(24 * Hour);
        await Send();
        Assert.That(Mails().Select(m => m.To.Mailboxes.Single().Address), Is.EquivalentTo(new[] { "paul@loire.example", "claire@loire.example" }));
        var own = await _house.Ask<ListSendings.Request, ListSendings.Sendings>(new(officer, "42"));
        var all = await _house.Ask<ListSendings.Request, ListSendings.Sendings>(new(manager, "42"));
        Assert.That((own.Lines.Single().Name, own.Subscribed, all.Lines.Count, all.Lines.All(l => l.SentAt is not null)), Is.EqualTo(("Claire Perrin", true, 2, true)));
    }

    [Test]
    public async Task Officers_of_a_team_have_that_of_their_team()
    {
        var (alone, claire, denis) = (await Agent("Ana Roy", "ana@loire.example", Role.CaseOfficer), await Agent("Claire Perrin", "claire@loire.example", Role.CaseOfficer), await Agent("Denis Faure", "denis@loire.example", Role.CaseOfficer));
        foreach (var officer in new[] { alone, claire }) await _house.Ask<Subscribe.Request, Done>(new(officer, "42", true));
        await _house.Write(In(alone, "Sud"), In(claire, "Nord"), In(denis, "Nord"), Stay("CJF", "2026-10-27"));
        _house.Clock.Advance(11 * Hour);
        await Send();
        var mails = Mails().ToDictionary(m => m.To.Mailboxes.Single().Address);
        Assert.That(mails["claire@loire.example"].Subject, Is.EqualTo("Charge de travail – Loire, équipe Nord, du 26/10/2026 au 01/11/2026"));
        Assert.That(mails["claire@loire.example"].TextBody, Does.Contain("Entrées : 0"), "nobody of the team has it");
        Assert.That((mails["ana@loire.example"].Subject, mails.Count), Is.EqualTo(("Charge de travail – Loire, du 26/10/2026 au 01/11/2026", 2)), "a team of one is not told of");
        Assert.That((await _house.Ask<ListSendings.Request, ListSendings.Sendings>(new(claire, "42"))).Lines.Single().Team, Is.EqualTo("Nord"));
    }

    [Test]
    public async Task What_cannot_be_sent_is_listed_with_its_reason_and_tried_again()
    {
        _house.ToleratesFaults = true;
        var manager = await Agent("Paul Giraud", null, Role.TeamManager);
        _house.Clock.Advance(11 * Hour);
        await Send();
        var line = (await _house.Ask<ListSendings.Request, ListSendings.Sendings>(new(manager, "42"))).Lines.Single();
        Assert.That((line.Waiting, line.Fault), Is.EqualTo((true, "Cet agent n'a pas d'adresse de courriel : ajoutez-la à son compte.")));
        await Change(manager, account => account.Reach("paul@loire.example"));
        await Send();
        Assert.That(Mails(), Is.Empty, "not before ten minutes");
        _house.Clock.Advance(TimeSpan.FromMinutes(11));
        await Send();
        Assert.That(Mails(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Two_hosts_send_one()
    {
        await Agent("Paul Giraud", "paul@loire.example", Role.TeamManager);
        _house.Clock.Advance(11 * Hour);
        await using var twin = _house.Twin();
        await Task.WhenAll(Run(_house), Run(twin));
        await _house.Drain();
        Assert.That(Mails(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Nobody_sets_the_hour_of_another_prefecture() =>
        await Assert.ThrowsAsync<NotFound>(() => _house.Ask<SetSchedule.Request, Done>(new(TestAccess.Agent(Role.TeamManager, "43"), "42", DayOfWeek.Friday, 8, true)));

    private static TeamSpell In(Visitor officer, string team) => new() { AccountId = officer.AccountId!.Value, Prefecture = "42", Team = team };

    private async Task<Visitor> Agent(string name, string? email, Role role)
    {
        var account = Account.OfAgent(name, email ?? "x@loire.example", _house.Clock.GetUtcNow());
        account.Reach(email);
        account.Grant(new(role, "42"));
        await using var scope = _house.Scope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        db.Add(account);
        await db.SaveChangesAsync();
        return TestAccess.Agent(role, "42", account.Id);
    }

    private async Task Change(Visitor agent, Action<Account> change)
    {
        await using var scope = _house.Scope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        change((await db.Accounts.FindAsync(agent.AccountId!.Value))!);
        await db.SaveChangesAsync();
    }

    private async Task Send()
    {
        await Run(_house);
        await _house.Drain();
    }

    private static async Task Run(AnefHouse house)
    {
        await using var scope = house.Scope();
        await scope.ServiceProvider.GetRequiredService<SendReportsJob>().Run(CancellationToken.None);
    }

    private List<MimeMessage> Mails()
    {
        var folder = Path.Combine(_house.Folder, "mail");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.eml", SearchOption.AllDirectories).Select(f => MimeMessage.Load(f))] : [];
    }
}
