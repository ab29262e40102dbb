using Anef.Accounts.Domain;
using Anef.Accounts.Persistence;
using Anef.Applications.Contracts;
using Anef.Notifications.Contracts;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Languages;
using Microsoft.EntityFrameworkCore;

namespace Anef.Accounts.KeepAccounts;

/// <summary>Tells the holder of an account what will end, at the address where codes go.</summary>
internal sealed class EndingMail(LanguageCatalog languages, ISecretMail mail)
{
    public Task AccountEnds(Account account, DateOnly on, CancellationToken ct) => Write(account, "accountEnds", on, ct);

    public Task DraftEnds(Account account, DateOnly on, CancellationToken ct) => Write(account, "draftEnds", on, ct);

    private async Task Write(Account account, string kind, DateOnly on, CancellationToken ct)
    {
        if (account.Email is not { } address) return;
        var say = new Say(languages.For(account.Language));
        await mail.Send(new SecretMail(null, account.Name, address, say.Language.Code, say["account.mail.subject"], say[$"account.mail.{kind}", ("name", account.Name), ("day", on)]), ct);
    }
}

/// <summary>A draft of somebody whom no file knows yet: only the account knows how they are reached.</summary>
internal sealed class TellOfDrafts(AccountsDb db, EndingMail mail) : IHandleEvent<DraftEnding>
{
    public async Task Handle(DraftEnding fact, CancellationToken ct)
    {
        if (fact.PersonId is null && await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == fact.Account && !a.Closed, ct) is { } account) await mail.DraftEnds(account, fact.On, ct);
    }
}
