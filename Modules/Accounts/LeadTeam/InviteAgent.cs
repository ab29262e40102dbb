using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Accounts.LeadTeam;

/// <summary>An agent is invited by the address at which their issuer knows them, with a first role.</summary>
internal sealed class InviteAgent(AccountsDb db, TeamRights rights, TimeProvider clock) : IUseCase<InviteAgent.Request, Guid>
{
    public sealed record Request(string Name, string Email, RoleGrant Grant);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        rights.Check(request.Grant, null);
        if (await db.ByEmail(request.Email, ct) is { } known)
            throw new RuleBroken("accounts.address-in-use", known.IsAgent
                ? "Un agent a déjà un compte à cette adresse : donnez-lui son rôle dans la liste, ou demandez-le au ministère."
                : "Cette adresse est celle d'un compte d'usager : il faut l'adresse professionnelle de l'agent.");
        var now = clock.GetUtcNow();
        var account = Account.OfAgent(request.Name.Trim(), request.Email, now);
        account.Grant(request.Grant);
        db.Add(account);
        db.Note(account.Id, JournalKind.Opened, now, by: rights.By);
        db.Note(account.Id, JournalKind.RoleGranted, now, request.Grant.ToString(), rights.By);
        await db.SaveChangesAsync(ct);
        return account.Id;
    }
}
