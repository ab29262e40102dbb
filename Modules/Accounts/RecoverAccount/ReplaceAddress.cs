using Anef.Accounts.Codes;
using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.UseCases;

namespace Anef.Accounts.RecoverAccount;

/// <summary>Somebody who lost their mailbox gives another, at a counter.</summary>
internal sealed class ReplaceAddress(AccountsDb db, Counter counter, CodeMail mail) : IUseCase<ReplaceAddress.Request, Done>
{
    public sealed record Request(PersonAtCounter Person, string Email);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var person = await counter.Person(request.Person, ct);
        var account = await counter.AccountOf(person, request.Person.ForeignerNumber, ct);
        if (await db.ByEmail(request.Email, ct) is { } other && other.Id != account.Id)
            throw new RuleBroken("accounts.address-in-use", "Cette adresse est déjà celle d'un autre compte. Il en faut une qui soit à cette personne seule.");
        var old = account.Email;
        account.Reach(request.Email);
        await counter.Finish(account, person.PersonId, JournalKind.AddressReplaced, "address", ct);
        if (person.SafeContact) return default;
        mail.Notice("addressReplaced", account.Name, request.Email, account.Language, person.Prefecture);
        if (old is not null && Account.KeyOf(old) != account.EmailKey) mail.Notice("addressReplaced", account.Name, old, account.Language, person.Prefecture);
        return default;
    }
}
