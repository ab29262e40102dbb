using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.Accounts.Sessions;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Accounts.LeadTeam;

/// <summary>An agent gets a role, or loses one. The change holds from the agent's next page on.</summary>
internal sealed class ChangeRole(AccountsDb db, TeamRights rights, SessionBook sessions, TimeProvider clock) : IUseCase<ChangeRole.Request, Done>
{
    /// <param name="Held">From now on: held, or not.</param>
    public sealed record Request(Guid AccountId, RoleGrant Grant, bool Held);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        rights.Check(request.Grant, request.AccountId);
        var account = await db.Account(request.AccountId, ct);
        // Whose roles a manager cannot see is not there for them.
        if (!account.Grants.Any(g => rights.MaySee(g.Prefecture)) && account.Grants.Count > 0) throw new NotFound("cet agent");
        if (account.Grants.Any(g => g.Role == Role.Applicant)) throw new RuleBroken("accounts.of-applicant", "Un compte d'usager ne reçoit pas de rôle d'agent.");
        if (account.Grants.Contains(request.Grant) == request.Held) return default;
        if (request.Held) account.Grant(request.Grant);
        else account.Revoke(request.Grant);
        db.Note(account.Id, request.Held ? JournalKind.RoleGranted : JournalKind.RoleRevoked, clock.GetUtcNow(), request.Grant.ToString(), rights.By);
        await db.SaveChangesAsync(ct);
        sessions.Drop(account.Id);
        return default;
    }
}
