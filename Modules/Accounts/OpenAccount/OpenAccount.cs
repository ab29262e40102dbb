using Anef.Accounts.Codes;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.Applications.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;

namespace Anef.Accounts.OpenAccount;

/// <summary>Somebody who holds a document opens their account: a code by e-mail, or by letter to the address of their file.</summary>
internal sealed class OpenAccount(AccountsDb db, IdentityCheck identity, Throttle throttle, OpeningDesk openings, CodeDesk codes, CodeMail mail)
    : IUseCase<OpenAccount.Request, OpenAccount.Response>
{
    private const int LettersADay = 2;

    /// <param name="Email">Null: send a letter.</param>
    public sealed record Request(string ForeignerNumber, DateOnly Born, string DocumentNumber, string? Email, string Language);

    /// <param name="Code">The code to be entered; null when a letter is on its way.</param>
    public sealed record Response(Guid? Code);

    public async Task<Response> Handle(Request request, CancellationToken ct)
    {
        var person = await identity.Find(request.ForeignerNumber, request.Born, request.DocumentNumber, ct);
        // Said to everybody whose address in the file cannot be used, for whatever reason: it is nobody's business which.
        if (person.SafeContact || (request.Email is null && person.PostalAddress.Count == 0))
            throw new RuleBroken("accounts.counter-only", "Ce compte ne peut pas être ouvert à distance. Allez à un point d'accueil avec une pièce d'identité : on vous y donnera un code.");
        if (await db.OfPerson(person.PersonId, ct) is { } known && (request.Email is not null || known.Email is not null))
            throw new RuleBroken("accounts.exists", "Un compte est déjà ouvert pour ce dossier. Connectez-vous, ou allez à un point d'accueil si vous n'y avez plus accès.");
        var name = $"{person.FirstNames} {person.Surname}";
        if (request.Email is { } email)
        {
            var tell = person.Email is { } inFile && Account.KeyOf(inFile) != Account.KeyOf(email) ? inFile : null;
            return new(await openings.Promise(new(name, email, request.Language, person.PersonId, request.ForeignerNumber, null, tell), person.Prefecture, ct));
        }
        await SendLetter(person, name, ct);
        return new((Guid?)null);
    }

    private async Task SendLetter(PersonFound person, string name, CancellationToken ct)
    {
        if (!await throttle.Allows("letter", person.PersonId.ToString(), LettersADay, TimeSpan.FromDays(1), ct)) throw CodeDesk.TooMany();
        var code = Secret.Paper();
        var kept = codes.Keep(CodePurpose.Paper, code, SignInCode.LifeOnPaper, person: person.PersonId);
        await db.SaveChangesAsync(ct);
        mail.Letter(new(person.Prefecture, name, person.PostalAddress), code, kept.ExpiresAt.DayIn(CivilTime.Paris));
    }
}
