using Anef.Accounts.Codes;
using Anef.Accounts.Contracts;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.EnterCode;

/// <summary>The code from the mail: it opens the account that it was sent for, and first makes it where it is new.</summary>
internal sealed class EnterCode(AccountsDb db, CodeDesk codes, CodeMail mail, Envelope envelope, TimeProvider clock) : IUseCase<EnterCode.Request, EnterCode.Response>
{
    public sealed record Request(Guid Code, string Entered);

    public sealed record Response(Guid AccountId, bool Opened);

    public async Task<Response> Handle(Request request, CancellationToken ct)
    {
        var code = await codes.Take(request.Code, request.Entered, ct);
        if (code is { Purpose: CodePurpose.SignIn, AccountId: { } account }) return new((await db.Account(account, ct)).Id, Opened: false);
        if (code.Purpose != CodePurpose.Opening || envelope.Open<Opening>(code.Sealed) is not { } opening) throw CodeDesk.Over();
        return new(await Open(opening, ct), Opened: true);
    }

    private async Task<Guid> Open(Opening opening, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var account = Account.OfApplicant(opening.Name, opening.Email, opening.Language, opening.Born, now);
        if (opening.PersonId is { } person)
        {
            account.Link(person, opening.ForeignerNumber);
            db.Publish(new AccountLinked(account.Id, person));
        }
        db.Add(account);
        db.Note(account.Id, JournalKind.Opened, now, "code");
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Opened meanwhile in another window: the unique keys let one through.
            throw new RuleBroken("accounts.exists", "Un compte est déjà ouvert pour ce dossier ou pour cette adresse. Connectez-vous.");
        }
        if (opening.Tell is { } other) mail.Notice("opened", opening.Name, other, opening.Language, null);
        return account.Id;
    }
}
