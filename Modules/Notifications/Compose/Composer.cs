using Anef.Applications.Contracts;
using Anef.Notifications.Domain;
using Anef.Notifications.Settings;
using Anef.SharedKernel.Prefectures;

namespace Anef.Notifications.Compose;

/// <summary>Chooses the way to a person, and the words.</summary>
internal sealed class Composer(PrefectureCatalog prefectures, MailOptions options)
{
    /// <summary>What is said to that person, by the safest way that reaches them.</summary>
    public Wording Compose(Intent intent, ContactFacts contact, string? number)
    {
        if (contact.SafeContact) return Neutral(contact, number, intent.Deadline);
        var channel = contact.Email is null ? Channel.Letter : Channel.Email;
        var language = channel == Channel.Email ? Library.LanguageFor(contact.Language) : "fr";
        var places = Places(contact, number, intent.Deadline, language);
        foreach (var (place, value) in intent.Values) places[place] = Library.Say(value, language);
        places["online"] = channel == Channel.Email ? "" : null;
        places["enclosure"] = intent.Enclosure;
        places["translation"] = $"{options.Site}traductions/{intent.Words}";
        places["body"] = Library.Words(language, intent.Words).Fill(places);
        var subject = Subject(language);
        if (channel == Channel.Letter)
            return new(channel, language, PostalLines(contact), subject, Library.Words(language, "letter").Fill(places), null);
        var text = Library.Words(language, "frame").Fill(places);
        return new(channel, language, contact.Email, subject, text, HtmlBody.From(text, subject, SenderOf(contact.Prefecture), language));
    }

    /// <summary>Words for a person to whom nothing may be sent: they say no more than that there is something to read.</summary>
    public Wording Neutral(ContactFacts contact, string? number, DateOnly? deadline)
    {
        var language = Library.LanguageFor(contact.Language);
        return new(Channel.InApp, language, null, Subject(language), Library.Words(language, "neutral").Fill(Places(contact, number, deadline, language)), null);
    }

    /// <summary>Name under which a prefecture writes.</summary>
    public string SenderOf(string prefecture) => prefectures.Find(prefecture) is { } known ? $"Préfecture : {known.Name} ({known.Code})" : $"Préfecture : {prefecture}";

    public static string PostalLines(ContactFacts contact) => string.Join('\n', contact.PostalAddress.Prepend(contact.FullName).Distinct());

    private static string Subject(string language) => Library.Word("subject", language);

    private Dictionary<string, string?> Places(ContactFacts contact, string? number, DateOnly? deadline, string language) => new()
    {
        ["recipient"] = contact.FullName,
        ["sender"] = SenderOf(contact.Prefecture),
        ["site"] = options.Site,
        ["number"] = number,
        ["deadline"] = Library.Say(deadline, language),
    };
}
