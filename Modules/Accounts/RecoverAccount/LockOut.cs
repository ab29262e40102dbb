using Anef.Accounts.Domain;
using Anef.SharedKernel.UseCases;

namespace Anef.Accounts.RecoverAccount;

/// <summary>Somebody else knows the ways into the account: all of them are closed at once, and the person leaves with a new one on paper.</summary>
/// <remarks>No mail is sent: somebody else may read it.</remarks>
internal sealed class LockOut(Counter counter) : IUseCase<LockOut.Request, SheetOfPaper>
{
    public sealed record Request(PersonAtCounter Person);

    public async Task<SheetOfPaper> Handle(Request request, CancellationToken ct)
    {
        var person = await counter.Person(request.Person, ct);
        var account = await counter.AccountOf(person, request.Person.ForeignerNumber, ct);
        await counter.CloseIssuers(account, ct);
        account.Reach(null);
        var sheet = counter.Sheet(person, account);
        await counter.Finish(account, person.PersonId, JournalKind.LockedOut, "lockedOut", ct);
        return sheet;
    }
}
