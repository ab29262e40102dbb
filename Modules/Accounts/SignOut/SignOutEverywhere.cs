using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.Accounts.Sessions;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Accounts.SignOut;

/// <summary>Every session of one's account is over, on every device.</summary>
internal sealed class SignOutEverywhere(AccountsDb db, SessionBook sessions, Visitor visitor, TimeProvider clock) : IUseCase<SignOutEverywhere.Request, Done>
{
    public sealed record Request;

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var account = await db.Account(visitor.AccountId ?? throw new NotFound("ce compte"), ct);
        account.EndSessions();
        db.Note(account.Id, JournalKind.SignedOutEverywhere, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        sessions.Drop(account.Id);
        return default;
    }
}
