using Anef.Accounts.Domain;
using Anef.Notifications.Contracts;
using Anef.SharedKernel.Languages;

namespace Anef.Accounts.Codes;

/// <summary>The words that accounts send, in the language of who reads them: keys <c>account.mail.*</c>.</summary>
internal sealed class CodeMail(LanguageCatalog languages, CodePost post)
{
    public void Code(string recipient, string address, string language, string? prefecture, string code) =>
        Write("code", recipient, address, language, prefecture, ("code", Secret.Spaced(code)), ("minutes", (int)SignInCode.LifeByMail.TotalMinutes));

    /// <summary>Tells something that asks for nothing: an address that is in use, an account that was opened.</summary>
    public void Notice(string kind, string recipient, string address, string language, string? prefecture) => Write(kind, recipient, address, language, prefecture);

    public void Letter(LetterTo to, string code, DateOnly until)
    {
        // Letters are in French: the counter that prints them reads no other language.
        var say = new Say(languages.For("fr"));
        post.Put(new SecretLetter(to.Prefecture, to.Recipient, to.Address, say["account.mail.subject"],
            say["account.mail.letter", ("name", to.Recipient), ("code", Secret.Spaced(code, '-')), ("until", until)]));
    }

    private void Write(string kind, string recipient, string address, string language, string? prefecture, params (string, object?)[] blanks)
    {
        var say = new Say(languages.For(language));
        post.Put(new SecretMail(prefecture, recipient, address, say.Language.Code, say["account.mail.subject"], say[$"account.mail.{kind}", [("name", recipient), .. blanks]]));
    }
}

/// <summary>Where a letter goes.</summary>
internal sealed record LetterTo(string Prefecture, string Recipient, IReadOnlyList<string> Address);
