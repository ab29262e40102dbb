using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Security;
using Anef.Staffing.Domain;
using Anef.Staffing.WatchNeed;
using Anef.Tests.Integration.Reports;
using Anef.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Anef.Tests.Integration.Plans;

/// <summary>Whether those who are there are enough for the next quarter, week by week.</summary>
[CancelAfter(120_000)]
public sealed class WatchingTheNeed
{
    private AnefHouse _house = null!;

    [SetUp]
    public async Task Open()
    {
        // Monday 2 November 2026, five in the morning in Paris.
        _house = await AnefHouse.Build(now: new(2026, 11, 2, 4, 0, 0, TimeSpan.Zero));
        await Agent("Paul Giraud", "paul@loire.example", Role.TeamManager, "42");
        await Agent("Autre Chef", "autre@rhone.example", Role.TeamManager, "69");
        await Agent("Léa Ministre", "lea@ministere.example", Role.Ministry, null);
        await Agent("Claire Perrin", "claire@loire.example", Role.CaseOfficer, "42");
    }

    [TearDown]
    public ValueTask Close() => _house.DisposeAsync();

    [Test]
    public async Task The_manager_and_the_ministry_are_told_once_that_one_officer_is_too_few()
    {
        await _house.Write(Year(perDay: 20));
        await Watch();
        Assert.That(Mails().Select(m => m.To.Mailboxes.Single().Address), Is.EquivalentTo(new[] { "paul@loire.example", "lea@ministere.example" }));
        var mail = Mails().First(m => m.To.Mailboxes.Single().Name == "Paul Giraud");
        Assert.That(mail.Subject, Is.EqualTo("Effectif insuffisant pour le prochain trimestre – Loire"));
        Assert.That(mail.TextBody, Does.Contain("1 équivalents temps plein sont présents, il en faut").And.Contain("d'ici au 28/02/2027").And.Contain("95 % de probabilité"));
        foreach (var days in new[] { 0, 3, 4, 7 })
        {
            _house.Clock.Advance(TimeSpan.FromDays(days));
            await Watch();
        }
        Assert.That(Mails(), Has.Count.EqualTo(2), "again after four weeks, not every time");
        _house.Clock.Advance(TimeSpan.FromDays(14));
        await Watch();
        Assert.That(Mails(), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Nobody_is_told_where_there_are_enough()
    {
        await _house.Write(Year(perDay: 1));
        await Watch();
        Assert.That(Mails(), Is.Empty);
        await using var scope = _house.Scope();
        var need = scope.ServiceProvider.GetRequiredService<Anef.Staffing.Persistence.StaffingDb>().Needs.Single();
        Assert.That((need.Prefecture, need.Staff, need.IsShort), Is.EqualTo(("42", 1.0, false)), "it was looked at");
    }

    /// <summary>So many requests every week day, decided after a month, one in five days apart from the rest waiting still.</summary>
    private static IEnumerable<Stay> Year(int perDay)
    {
        var first = Histories.Day("2025-11-01").DayNumber;
        for (var day = 0; day < 365; day += perDay == 1 ? 5 : 1)
            for (var i = 0; i < perDay; i++)
                yield return new()
                {
                    ApplicationId = Guid.CreateVersion7(), Prefecture = "42", Procedure = "ETU-R", Kind = "renewal", Channel = "online", FromDay = first + day, FiledDay = first + day,
                    UntilDay = day < 335 ? first + day + 30 : null, UntilBy = day < 335 ? Exit.Granted : null,
                };
    }

    private async Task Watch()
    {
        await using (var scope = _house.Scope()) await scope.ServiceProvider.GetRequiredService<WatchNeedJob>().Run(CancellationToken.None);
        await _house.Drain();
    }

    private async Task Agent(string name, string email, Role role, string? prefecture)
    {
        var account = Account.OfAgent(name, email, _house.Clock.GetUtcNow());
        account.Reach(email);
        account.Grant(new(role, prefecture));
        await using var scope = _house.Scope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        db.Add(account);
        await db.SaveChangesAsync();
    }

    private List<MimeMessage> Mails()
    {
        var folder = Path.Combine(_house.Folder, "mail");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.eml", SearchOption.AllDirectories).Select(f => MimeMessage.Load(f))] : [];
    }
}
