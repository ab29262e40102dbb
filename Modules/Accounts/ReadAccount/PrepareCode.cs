using Anef.Accounts.Codes;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Accounts.ReadAccount;

/// <summary>Somebody without a mailbox writes down the code of their next visit.</summary>
internal sealed class PrepareCode(AccountsDb db, CodeDesk codes, Throttle throttle, Visitor visitor, TimeProvider clock) : IUseCase<PrepareCode.Request, PrepareCode.Response>
{
    private const int CodesADay = 5;

    public sealed record Request;

    public sealed record Response(string Code, DateTimeOffset Until);

    public async Task<Response> Handle(Request request, CancellationToken ct)
    {
        var account = await db.Account(visitor.AccountId ?? throw new NotFound("ce compte"), ct);
        if (account.PersonId is not { } person) throw new RuleBroken("accounts.no-file", "Un code sur papier n'est possible qu'avec un dossier. Ajoutez une adresse e-mail.");
        if (!await throttle.Allows("paper", account.Id.ToString(), CodesADay, TimeSpan.FromDays(1), ct)) throw CodeDesk.TooMany();
        // One at a time: a sheet that was lost opens nothing once there is another.
        await codes.Void(account.Id, person, ct);
        var code = Secret.Paper();
        var kept = codes.Keep(CodePurpose.Paper, code, SignInCode.LifeOnPaper, person: person);
        db.Note(account.Id, JournalKind.CodePrepared, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return new(Secret.Spaced(code, '-'), kept.ExpiresAt);
    }
}
