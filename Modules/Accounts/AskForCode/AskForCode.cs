using Anef.Accounts.Codes;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.Accounts.Settings;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.AskForCode;

/// <summary>Sends a code to whoever has an account under that address or number; answers the same to whoever has none.</summary>
internal sealed class AskForCode(AccountsDb db, Throttle throttle, CodeDesk codes, CodeMail mail, AccountOptions settings) : IUseCase<AskForCode.Request, Guid>
{
    private const int CodesAnHour = 5;

    /// <param name="Name">An e-mail address or a foreigner number.</param>
    public sealed record Request(string Name);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var account = await Find(request.Name.Trim(), ct);
        if (!await throttle.Allows("code", account?.Id.ToString() ?? Account.KeyOf(request.Name), CodesAnHour, TimeSpan.FromHours(1), ct)) throw CodeDesk.TooMany();
        var code = Secret.Digits();
        var kept = codes.Keep(CodePurpose.SignIn, account is null ? null : code, SignInCode.LifeByMail, account?.Id);
        await db.SaveChangesAsync(ct);
        if (account is not null) mail.Code(account.Name, account.Email!, account.Language, null, code);
        return kept.Id;
    }

    private async Task<Account?> Find(string name, CancellationToken ct)
    {
        var account = name.Contains('@', StringComparison.Ordinal) ? await db.ByEmail(name, ct) : await ByNumber(Secret.Plain(name), ct);
        // Agents come by their own issuer where there is one: their roles end there with their service.
        return account is not { Email: not null } || (account.IsAgent && settings.ProConnect.IsSet) ? null : account;
    }

    private async Task<Account?> ByNumber(string number, CancellationToken ct) =>
        number.Length > 0 && await db.Accounts.Where(a => a.ForeignerNumber == number && !a.Closed).Take(2).ToListAsync(ct) is [var one] ? one : null;
}
