using Anef.Accounts.Codes;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.ChangeAddress;

/// <summary>The code came back from the new address: it is the account's from now on, and the old one is told.</summary>
internal sealed class ConfirmAddress(AccountsDb db, CodeDesk codes, CodeMail mail, Envelope envelope, Visitor visitor, TimeProvider clock) : IUseCase<ConfirmAddress.Request, Done>
{
    public sealed record Request(Guid Code, string Entered);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var account = await db.Account(visitor.AccountId ?? throw new NotFound("ce compte"), ct);
        var code = await codes.Take(request.Code, request.Entered, ct);
        if (code.Purpose != CodePurpose.NewAddress || code.AccountId != account.Id || envelope.Open<NewAddress>(code.Sealed) is not { } address) throw CodeDesk.Over();
        var old = account.Email;
        account.Reach(address.Email);
        db.Note(account.Id, JournalKind.AddressChanged, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            throw new RuleBroken("accounts.address-in-use", "Cette adresse est déjà celle d'un autre compte. Il en faut une qui soit à vous seul.");
        }
        if (old is not null) mail.Notice("addressChanged", account.Name, old, account.Language, null);
        return default;
    }
}
