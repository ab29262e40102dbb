using Anef.Accounts.Domain;
using Anef.Accounts.Issuers;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.ArriveFromIssuer;

/// <summary>Somebody comes back from an issuer. Applicants may be new; agents must have been invited.</summary>
internal sealed class ArriveFromIssuer(AccountsDb db, TimeProvider clock) : IUseCase<ArriveFromIssuer.Request, Guid?>
{
    public sealed record Request(IssuedIdentity Identity);

    public async Task<Guid?> Handle(Request request, CancellationToken ct)
    {
        var identity = request.Identity;
        var ofAgents = identity.Scheme == IssuerNames.ProConnect;
        var account = await Known(identity, ct);
        if (account is null && ofAgents) account = await Invited(identity, ct);
        return account is not null && account.IsAgent == ofAgents ? account.Id : null;
    }

    private async Task<Account?> Known(IssuedIdentity identity, CancellationToken ct)
    {
        var id = await db.Externals.Where(e => e.Issuer == identity.Issuer && e.Subject == identity.Subject).Select(e => (Guid?)e.AccountId).SingleOrDefaultAsync(ct);
        return id is null ? null : await db.Accounts.SingleOrDefaultAsync(a => a.Id == id && !a.Closed, ct);
    }

    /// <summary>An agent's first visit: the address that the manager wrote is the one that the issuer vouches for. From then on it is the subject that counts.</summary>
    private async Task<Account?> Invited(IssuedIdentity identity, CancellationToken ct)
    {
        if (identity.Email is not { } email || await db.ByEmail(email, ct) is not { IsAgent: true } account) return null;
        if (await db.Externals.AnyAsync(e => e.AccountId == account.Id, ct)) return null;
        var now = clock.GetUtcNow();
        db.Add(new ExternalSignIn { AccountId = account.Id, Issuer = identity.Issuer, Subject = identity.Subject, LinkedAt = now });
        db.Note(account.Id, JournalKind.IssuerAdded, now, identity.Scheme);
        await db.SaveChangesAsync(ct);
        return account;
    }
}
