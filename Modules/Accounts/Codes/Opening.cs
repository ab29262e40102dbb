using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;

namespace Anef.Accounts.Codes;

/// <summary>An account that is opened once its holder has shown that the address is theirs.</summary>
/// <param name="Tell">Another address that the file knows: whoever reads there learns that an account was opened.</param>
internal sealed record Opening(string Name, string Email, string Language, Guid? PersonId, string? ForeignerNumber, DateOnly? Born, string? Tell = null);

/// <summary>Promises an account against a code.</summary>
internal sealed class OpeningDesk(AccountsDb db, Throttle throttle, CodeDesk codes, CodeMail mail, Envelope envelope)
{
    private const int MailsAnHour = 3;

    /// <summary>The id of the code to be entered. Whether the address is in use is told to the address alone.</summary>
    public async Task<Guid> Promise(Opening opening, string? prefecture, CancellationToken ct)
    {
        if (!await throttle.Allows("opening", Account.KeyOf(opening.Email), MailsAnHour, TimeSpan.FromHours(1), ct)) throw CodeDesk.TooMany();
        var inUse = await db.ByEmail(opening.Email, ct) is not null;
        var code = Secret.Digits();
        var kept = codes.Keep(CodePurpose.Opening, inUse ? null : code, SignInCode.LifeByMail, @sealed: envelope.Seal(opening));
        await db.SaveChangesAsync(ct);
        if (inUse) mail.Notice("inUse", opening.Name, opening.Email, opening.Language, prefecture);
        else mail.Code(opening.Name, opening.Email, opening.Language, prefecture, code);
        return kept.Id;
    }
}
