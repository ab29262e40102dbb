using Anef.Accounts.Domain;
using Anef.Accounts.LeadTeam;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Accounts;

internal sealed class LeadingATeam
{
    private static readonly Visitor Manager = TestAccess.Agent(Role.TeamManager, "38");
    private static readonly Visitor Ministry = TestAccess.Agent(Role.Ministry);

    [Test]
    public async Task A_manager_invites_for_their_own_prefecture_and_it_is_written_down()
    {
        await using var house = await House(Manager);
        var agent = await house.Ask<InviteAgent.Request, Guid>(new("Hugo Blanc", "hugo@isere.example", new(Role.CaseOfficer, "38")));
        await house.Ask<ChangeRole.Request, Done>(new(agent, new(Role.Referent, "38"), Held: true));
        var team = await house.Ask<ListTeam.Request, IReadOnlyList<ListTeam.Agent>>(new("38"));
        Assert.That(team.Single().Grants.Select(g => $"{g}"), Is.EqualTo(new[] { "CaseOfficer@38", "Referent@38" }));
        await using var scope = house.Scope();
        var lines = await scope.ServiceProvider.GetRequiredService<AccountsDb>().Journal.Where(l => l.What == JournalKind.RoleGranted).ToListAsync();
        Assert.That(lines.Select(l => (l.Detail, l.By)), Is.EquivalentTo(new[] { ("CaseOfficer@38", Manager.AccountId), ("Referent@38", Manager.AccountId) }));
    }

    [TestCase(Role.CaseOfficer, "93", "accounts.role-not-yours")]
    [TestCase(Role.TeamManager, "38", "accounts.role-not-yours")]
    [TestCase(Role.Ministry, null, "accounts.role-not-yours")]
    [TestCase(Role.CaseOfficer, null, "accounts.role-place")]
    [TestCase(Role.Ministry, "38", "accounts.role-place")]
    [TestCase(Role.Applicant, null, "accounts.role-place")]
    public async Task A_manager_gives_nothing_that_is_not_theirs(Role role, string? prefecture, string code)
    {
        await using var house = await House(Manager);
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => house.Ask<InviteAgent.Request, Guid>(new("X", "x@isere.example", new(role, prefecture))));
        Assert.That(refused!.Code, Is.EqualTo(code));
    }

    [Test]
    public async Task The_ministry_gives_any_but_nobody_changes_their_own()
    {
        await using var house = await House(Ministry);
        await house.Ask<InviteAgent.Request, Guid>(new("Paul Giraud", "paul@isere.example", new(Role.TeamManager, "38")));
        await house.Ask<InviteAgent.Request, Guid>(new("Olivier Renaud", "olivier@ministere.example", new(Role.Operator, null)));
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => house.Ask<ChangeRole.Request, Done>(new(Ministry.AccountId!.Value, new(Role.Operator, null), Held: true)));
        Assert.That(refused!.Code, Is.EqualTo("accounts.own-role"));
    }

    [Test]
    public async Task A_manager_does_not_see_the_agents_of_elsewhere()
    {
        await using var house = await House(Manager);
        Guid elsewhere;
        await using (var scope = house.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
            var account = Account.OfAgent("Nadia Benali", "nadia@93.example", house.Clock.GetUtcNow());
            account.Grant(new(Role.CaseOfficer, "93"));
            db.Add(account);
            await db.SaveChangesAsync();
            elsewhere = account.Id;
        }
        Assert.That(await house.Ask<ListTeam.Request, IReadOnlyList<ListTeam.Agent>>(new("93")), Is.Empty);
        await Assert.ThrowsAsync<NotFound>(() => house.Ask<ChangeRole.Request, Done>(new(elsewhere, new(Role.CaseOfficer, "38"), Held: true)));
    }

    private static Task<AnefHouse> House(Visitor visitor) => AnefHouse.Build(configure: builder => builder.Services.AddScoped(_ => visitor));
}
