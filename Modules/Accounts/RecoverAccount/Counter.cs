using Anef.Accounts.Codes;
using Anef.Accounts.Contracts;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.Accounts.Sessions;
using Anef.Applications.Contracts;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.RecoverAccount;

/// <summary>What is the same whatever an agent does at a counter for somebody who has lost the way into their account.</summary>
internal sealed class Counter(AccountsDb db, IApplications applications, Throttle throttle, CodeDesk codes, SessionBook sessions, Visitor visitor, TimeProvider clock)
{
    private const int MostAnHour = 40;

    /// <summary>The person before the agent, whose document the agent holds in hand.</summary>
    /// <exception cref="NotFound">There is no such person here: elsewhere, unknown and wrong are one.</exception>
    public async Task<PersonFound> Person(PersonAtCounter who, CancellationToken ct)
    {
        if (!who.IdentityChecked)
            throw new RuleBroken("accounts.not-checked", "Vérifiez d'abord l'identité de la personne, face à face, et cochez la case.");
        if (!await throttle.Allows("counter", visitor.AccountId.ToString()!, MostAnHour, TimeSpan.FromHours(1), ct)) throw CodeDesk.TooMany();
        return await applications.FindPerson(who.ForeignerNumber, who.Born, null, ct) is { } person && visitor.Serves(person.Prefecture, Role.WelcomePoint, Role.CaseOfficer)
            ? person
            : throw new RuleBroken("accounts.nobody-here", "Aucun dossier de votre préfecture ne porte ce numéro avec cette date de naissance.");
    }

    /// <summary>The person's account, made now where there was none.</summary>
    public async Task<Account> AccountOf(PersonFound person, string foreignerNumber, CancellationToken ct)
    {
        if (await db.OfPerson(person.PersonId, ct) is { } known) return known;
        var account = Account.OfApplicant($"{person.FirstNames} {person.Surname}", null, person.Language, null, clock.GetUtcNow());
        account.Link(person.PersonId, foreignerNumber);
        db.Add(account);
        Note(account, JournalKind.Opened);
        return account;
    }

    /// <summary>A code on paper, in the next save.</summary>
    public SheetOfPaper Sheet(PersonFound person, Account account)
    {
        var code = Secret.Paper();
        var kept = codes.Keep(CodePurpose.Paper, code, SignInCode.LifeOnPaper, person: person.PersonId);
        return new(account.Name, Secret.Spaced(code, '-'), kept.ExpiresAt);
    }

    /// <summary>Ends every session, voids every code that is out, saves, and tells.</summary>
    public async Task Finish(Account account, Guid person, JournalKind what, string change, CancellationToken ct)
    {
        await codes.Void(account.Id, person, ct);
        account.EndSessions();
        Note(account, what);
        db.Publish(new AccountRecovered(account.Id, person, visitor.AccountId!.Value, change));
        await db.SaveChangesAsync(ct);
        sessions.Drop(account.Id);
    }

    public Task CloseIssuers(Account account, CancellationToken ct) => db.Externals.Where(e => e.AccountId == account.Id).ExecuteDeleteAsync(ct);

    private void Note(Account account, JournalKind what) => db.Note(account.Id, what, clock.GetUtcNow(), by: (visitor.AccountId!.Value, visitor.Name));
}

/// <summary>Who stands at the counter.</summary>
/// <param name="IdentityChecked">The agent says so, and it is kept.</param>
internal sealed record PersonAtCounter(string ForeignerNumber, DateOnly Born, bool IdentityChecked);

/// <summary>Shown once, to be printed and handed over.</summary>
internal sealed record SheetOfPaper(string Name, string Code, DateTimeOffset Until);
