using Anef.Accounts.Contracts;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.Accounts.Sessions;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;

namespace Anef.Accounts.AnswerNeighbours;

internal sealed class PartnerAccounts(AccountsDb db, SessionBook sessions, Visitor visitor, TimeProvider clock) : IPartnerAccounts
{
    private static readonly RoleGrant Partner = new(Role.Partner, null);

    public async Task<Guid> Invite(string name, string email, CancellationToken ct)
    {
        var account = await db.ByEmail(email, ct);
        if (account is not null && account.Grants.Any(g => g.Role == Role.Applicant))
            throw new RuleBroken("accounts.address-in-use", "Cette adresse est celle d'un compte d'usager : il faut une adresse professionnelle.");
        if (account is null)
        {
            account = Account.OfAgent(name.Trim(), email, clock.GetUtcNow());
            db.Add(account);
            db.Note(account.Id, JournalKind.Opened, clock.GetUtcNow(), by: By);
        }
        if (account.Grants.Contains(Partner)) return account.Id;
        account.Grant(Partner);
        await Keep(account, JournalKind.RoleGranted, ct);
        return account.Id;
    }

    public async Task Dismiss(Guid accountId, CancellationToken ct)
    {
        var account = await db.Account(accountId, ct);
        if (!account.Grants.Contains(Partner)) return;
        account.Revoke(Partner);
        await Keep(account, JournalKind.RoleRevoked, ct);
    }

    /// <summary>Null where a program does it.</summary>
    private (Guid Id, string Name)? By => visitor.AccountId is { } id ? (id, visitor.Name) : null;

    private async Task Keep(Account account, JournalKind what, CancellationToken ct)
    {
        db.Note(account.Id, what, clock.GetUtcNow(), $"{Partner}", By);
        await db.SaveChangesAsync(ct);
        sessions.Drop(account.Id);
    }
}
