using Anef.Accounts.Contracts;
using Anef.Accounts.Persistence;
using Anef.Accounts.Sessions;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;

namespace Anef.Accounts.ChooseLanguage;

/// <summary>The language of one's account: pages and messages speak it from now on.</summary>
internal sealed class ChooseLanguage(AccountsDb db, LanguageCatalog languages, SessionBook sessions, Visitor visitor) : IUseCase<ChooseLanguage.Request, Done>
{
    public sealed record Request(string Language);

    public async Task<Done> Handle(Request request, CancellationToken ct)
    {
        var account = await db.Account(visitor.AccountId ?? throw new NotFound("ce compte"), ct);
        var language = languages.For(request.Language).Code;
        if (account.Language == language) return default;
        account.Speak(language);
        db.Publish(new LanguageChosen(account.Id, account.PersonId, language));
        await db.SaveChangesAsync(ct);
        sessions.Drop(account.Id);
        return default;
    }
}
