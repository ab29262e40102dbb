using Anef.Accounts.Codes;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Accounts.ChangeAddress;

/// <summary>Another address for one's account: it counts once the code that goes there has come back.</summary>
internal sealed class AskNewAddress(AccountsDb db, Throttle throttle, CodeDesk codes, CodeMail mail, Envelope envelope, Visitor visitor) : IUseCase<AskNewAddress.Request, Guid>
{
    private const int MailsAnHour = 3;

    public sealed record Request(string Email);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var account = await db.Account(visitor.AccountId ?? throw new NotFound("ce compte"), ct);
        if (account.IsAgent) throw new RuleBroken("accounts.of-agent", "L'adresse d'un agent est celle de son invitation : demandez-en une autre à votre responsable.");
        if (!await throttle.Allows("opening", account.Id.ToString(), MailsAnHour, TimeSpan.FromHours(1), ct)) throw CodeDesk.TooMany();
        var inUse = await db.ByEmail(request.Email, ct) is { } other && other.Id != account.Id;
        var code = Secret.Digits();
        var kept = codes.Keep(CodePurpose.NewAddress, inUse ? null : code, SignInCode.LifeByMail, account.Id, @sealed: envelope.Seal(new NewAddress(request.Email.Trim())));
        await db.SaveChangesAsync(ct);
        if (inUse) mail.Notice("inUse", account.Name, request.Email, account.Language, null);
        else mail.Code(account.Name, request.Email, account.Language, null, code);
        return kept.Id;
    }
}

/// <summary>What the code confirms.</summary>
internal sealed record NewAddress(string Email);
