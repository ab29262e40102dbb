using Anef.Accounts.Contracts;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.AnswerNeighbours;

/// <summary>What other modules may ask.</summary>
internal sealed class AccountsAnswers(AccountsDb db) : IAccounts
{
    public async Task<AccountFacts?> OfPerson(Guid personId, CancellationToken ct) => await db.OfPerson(personId, ct) is { } account ? Facts(account) : null;

    public async Task<IReadOnlyList<AccountFacts>> Agents(string prefecture, IReadOnlyList<Role> roles, CancellationToken ct)
    {
        var there = $"@{prefecture}\"";
        var agents = await db.Accounts.AsNoTracking().Where(a => !a.Closed && a.GrantList.Contains(there)).OrderBy(a => a.Name).ToListAsync(ct);
        return [.. agents.Where(a => a.Grants.Any(g => g.Prefecture == prefecture && roles.Contains(g.Role))).Select(Facts)];
    }

    public async Task<IReadOnlyList<AccountFacts>> OfTheCountry(Role role, CancellationToken ct)
    {
        var name = $"\"{role}\"";
        var agents = await db.Accounts.AsNoTracking().Where(a => !a.Closed && a.GrantList.Contains(name)).OrderBy(a => a.Name).ToListAsync(ct);
        return [.. agents.Select(Facts)];
    }

    private static AccountFacts Facts(Account account) => new(account.Id, account.Name, account.Language, account.PersonId, account.Grants) { Email = account.Email };
}
