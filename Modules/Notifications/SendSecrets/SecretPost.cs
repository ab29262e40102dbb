using Anef.Notifications.Compose;
using Anef.Notifications.Contracts;
using Anef.Notifications.Domain;
using Anef.Notifications.Transports;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Prefectures;

namespace Anef.Notifications.SendSecrets;

/// <summary>Sends what may not be kept: the same carriers, no row.</summary>
internal sealed class SecretPost(Post post, Composer composer, PrefectureCatalog prefectures, LanguageCatalog languages, TimeProvider clock) : ISecretMail
{
    /// <summary>Whose name stands under a mail that no prefecture sends: the one of the capital.</summary>
    private const string Otherwise = "75";

    public Task Send(SecretMail mail, CancellationToken ct)
    {
        var prefecture = mail.Prefecture is { } code && prefectures.Find(code) is not null ? code : Otherwise;
        var html = HtmlBody.From(mail.Text, mail.Subject, composer.SenderOf(prefecture), languages.For(mail.Language));
        return Carry(prefecture, mail.Recipient, new(Channel.Email, mail.Language, mail.Address, mail.Subject, mail.Text, html), ct);
    }

    public Task Print(SecretLetter letter, CancellationToken ct)
    {
        var address = string.Join('\n', letter.PostalAddress.Prepend(letter.Recipient).Distinct());
        return Carry(letter.Prefecture, letter.Recipient, new(Channel.Letter, "fr", address, letter.Subject, letter.Text, null), ct);
    }

    private Task Carry(string prefecture, string recipient, Wording words, CancellationToken ct)
    {
        var message = Message.Write(new Intent("secret", Guid.Empty, null, ""), null, prefecture, recipient, words, clock.GetUtcNow());
        return post.For(words.Channel)?.Carry(message, ct) ?? Task.CompletedTask;
    }
}
