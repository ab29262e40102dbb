using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Rules;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.Codes;

/// <summary>Gives codes out and takes them back: once, in time, after few tries.</summary>
internal sealed class CodeDesk(AccountsDb db, TimeProvider clock)
{
    /// <summary>Keeps the hash of a code, in the next save. Without a code it is one that nobody has: it answers like any other.</summary>
    public SignInCode Keep(CodePurpose purpose, string? code, TimeSpan life, Guid? account = null, Guid? person = null, string? @sealed = null)
    {
        var now = clock.GetUtcNow();
        var kept = new SignInCode
        {
            Purpose = purpose, AccountId = account, PersonId = person, Sealed = @sealed, Hash = Secret.Hash(code ?? Secret.Paper()), CreatedAt = now, ExpiresAt = now + life,
        };
        db.Add(kept);
        return kept;
    }

    /// <summary>Takes a code back.</summary>
    /// <exception cref="RuleBroken">It is not the one, or no longer.</exception>
    public async Task<SignInCode> Take(Guid id, string entered, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var counted = await db.Codes.Where(c => c.Id == id && c.UsedAt == null && c.ExpiresAt > now && c.Tries < SignInCode.MaxTries)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Tries, c => c.Tries + 1), ct);
        var code = counted == 0 ? null : await db.Codes.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        var right = Secret.Matches(entered, code?.Hash);
        if (code is null) throw Over();
        if (!right) throw new RuleBroken("accounts.code-wrong", "Ce n'est pas le code que nous avons envoyé. Relisez le message le plus récent.");
        if (await db.Codes.Where(c => c.Id == id && c.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), ct) == 0) throw Over();
        return code;
    }

    /// <summary>None of an account's codes opens anything any longer, on paper neither.</summary>
    public Task Void(Guid account, Guid? person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Codes.Where(c => c.UsedAt == null && (c.AccountId == account || (person != null && c.PersonId == person)))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), ct);
    }

    public static RuleBroken Over() => new("accounts.code-over", "Ce code n'est plus valable : il a déjà servi, il est trop ancien, ou il a été essayé cinq fois. Demandez-en un nouveau.");

    public static RuleBroken TooMany() => new("accounts.too-many", "Il y a eu trop d'essais. Attendez une heure, ou allez à un point d'accueil.");
}
