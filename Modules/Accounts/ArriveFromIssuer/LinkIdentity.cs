using System.Globalization;
using System.Text;
using Anef.Accounts.Codes;
using Anef.Accounts.Contracts;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.Applications.Contracts;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.ArriveFromIssuer;

/// <summary>An applicant's first visit from an issuer: their file is found by its number and the birth date that the issuer vouches for, or there is none yet.</summary>
internal sealed class LinkIdentity(AccountsDb db, IdentityCheck check, TimeProvider clock) : IUseCase<LinkIdentity.Request, Guid>
{
    /// <param name="ForeignerNumber">Null: no file yet.</param>
    public sealed record Request(IssuedIdentity Identity, string? ForeignerNumber, string Language);

    public async Task<Guid> Handle(Request request, CancellationToken ct)
    {
        var identity = request.Identity;
        var person = request.ForeignerNumber is { } number ? await Person(identity, number, ct) : null;
        var account = person is null ? null : await db.OfPerson(person.PersonId, ct);
        var now = clock.GetUtcNow();
        if (account is null)
        {
            // The address that the issuer tells was never tried: no code goes there before its holder has shown that it is theirs.
            account = Account.OfApplicant(person is null ? identity.Name : $"{person.FirstNames} {person.Surname}", null, request.Language, identity.Born, now);
            if (person is not null) account.Link(person.PersonId, request.ForeignerNumber);
            if (person is not null) db.Publish(new AccountLinked(account.Id, person.PersonId));
            db.Add(account);
            db.Note(account.Id, JournalKind.Opened, now, identity.Scheme);
        }
        db.Add(new ExternalSignIn { AccountId = account.Id, Issuer = identity.Issuer, Subject = identity.Subject, LinkedAt = now });
        db.Note(account.Id, JournalKind.IssuerAdded, now, identity.Scheme);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Sent twice: the unique keys let one through, and it can sign in.
            throw new RuleBroken("accounts.exists", "Un compte est déjà ouvert pour ce dossier. Connectez-vous.");
        }
        return account.Id;
    }

    private async Task<PersonFound> Person(IssuedIdentity identity, string number, CancellationToken ct)
    {
        var person = identity.Born is { } born ? await check.Find(number, born, null, ct) : null;
        // A number and a birth date are read over a shoulder; a name of the same person is not the issuer's to be wrong about.
        if (person is not null && !person.SafeContact && SharesAName(identity, person)) return person;
        throw new RuleBroken("accounts.identity", "Ces informations ne vont ensemble dans aucun dossier. Vérifiez chaque chiffre sur votre document, ou allez à un point d'accueil.");
    }

    private static bool SharesAName(IssuedIdentity identity, PersonFound person) =>
        Words($"{person.FirstNames} {person.Surname}").Overlaps(Words(identity.Name));

    private static HashSet<string> Words(string name) => [.. string.Concat(name.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => char.IsLetter(c) ? char.ToUpperInvariant(c) : ' '))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1)];
}
