using Anef.Accounts.Codes;
using Anef.Accounts.Contracts;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.Applications.Contracts;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.UsePaper;

/// <summary>The code of a letter or of a sheet from the counter, with the foreigner number and the birth date.</summary>
internal sealed class UsePaper(AccountsDb db, IdentityCheck identity, CodeDesk codes, TimeProvider clock) : IUseCase<UsePaper.Request, Guid>
{
    public sealed record Request(string ForeignerNumber, DateOnly Born, string Code, string Language);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var person = await identity.Look(request.ForeignerNumber, request.Born, null, ct);
        var code = person is null ? null : await Matching(person.PersonId, request.Code, ct);
        if (person is null || code is null)
        {
            if (person is null) _ = Secret.Matches(request.Code, null);
            throw new RuleBroken("accounts.paper-wrong", "Ce numéro, cette date et ce code ne vont pas ensemble, ou le code a déjà servi. Vérifiez-les, ou allez à un point d'accueil.");
        }
        await codes.Take(code.Id, request.Code, ct);
        return await db.OfPerson(person.PersonId, ct) is { } account ? account.Id : await Open(person, request, ct);
    }

    /// <summary>The code among those that are out for this person; every one of them counts a try that fits none.</summary>
    private async Task<SignInCode?> Matching(Guid person, string entered, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var live = db.Codes.Where(c => c.Purpose == CodePurpose.Paper && c.PersonId == person && c.UsedAt == null && c.ExpiresAt > now && c.Tries < SignInCode.MaxTries);
        var found = (await live.AsNoTracking().OrderByDescending(c => c.CreatedAt).Take(4).ToListAsync(ct)).FirstOrDefault(c => Secret.Matches(entered, c.Hash));
        if (found is null) await live.ExecuteUpdateAsync(set => set.SetProperty(c => c.Tries, c => c.Tries + 1), ct);
        return found;
    }

    private async Task<Guid> Open(PersonFound person, Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var account = Account.OfApplicant($"{person.FirstNames} {person.Surname}", null, request.Language, null, now);
        account.Link(person.PersonId, request.ForeignerNumber);
        db.Add(account);
        db.Publish(new AccountLinked(account.Id, person.PersonId));
        db.Note(account.Id, JournalKind.Opened, now, "paper");
        await db.SaveChangesAsync(ct);
        return account.Id;
    }
}
