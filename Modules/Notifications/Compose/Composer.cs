using Anef.Applications.Contracts;
using Anef.Notifications.Domain;
using Anef.Notifications.Settings;
using Anef.SharedKernel.Prefectures;

namespace Anef.Notifications.Compose;

/// <summary>Finds the words for a way.</summary>
internal sealed class Composer(PrefectureCatalog prefectures, Library library, MailOptions options)
{
    /// <summary>What is said to that person, by the best way that reaches them.</summary>
    public Wording Compose(Intent intent, Reach reach, string? number) => Compose(intent, reach, reach.Ways(Notices.Of(intent.Template)).First(), number);

    /// <summary>The same by a given way. A letter is in French; a text message says nothing, so that its words are those of the account.</summary>
    public Wording Compose(Intent intent, Reach reach, Way way, string? number)
    {
        var letter = way.Channel == Channel.Letter;
        var language = letter ? "fr" : library.LanguageFor(reach.Language);
        var places = Places(reach.Contact, number, intent.Deadline, language);
        if (way.Neutral) Hush(places, way);
        else
        {
            foreach (var (place, value) in intent.Values) places[place] = library.Say(value, language);
            places["online"] = letter ? null : "";
            places["enclosure"] = intent.Enclosure;
        }
        var name = way.Neutral ? "neutral" : intent.Words;
        places["translation"] = $"{options.Site}traductions/{name}";
        var body = library.Words(language, name).Fill(places);
        var subject = library.Word("subject", language);
        if (way is { Neutral: true, Channel: Channel.InApp }) return new(way.Channel, language, null, subject, body, null, Neutral: true);
        places["body"] = body;
        if (letter) return new(way.Channel, language, way.Address, subject, Library.Letter.Fill(places), null, way.Neutral);
        var text = library.Words(language, "frame").Fill(places);
        var html = way.Channel == Channel.Email ? HtmlBody.From(text, subject, SenderOf(reach.Contact.Prefecture), library.Languages.First(l => l.Code == language)) : null;
        return new(way.Channel, language, way.Address, subject, text, html, way.Neutral);
    }

    /// <summary>Name under which a prefecture writes.</summary>
    public string SenderOf(string prefecture) => prefectures.Find(prefecture) is { } known ? $"Préfecture : {known.Name} ({known.Code})" : $"Préfecture : {prefecture}";

    private static void Hush(Dictionary<string, string?> places, Way way)
    {
        places["kept"] = way.Channel == Channel.InApp ? "" : null;
        places["trusted"] = way.Channel == Channel.InApp ? null : "";
        places["enclosure"] = null;
    }

    private Dictionary<string, string?> Places(ContactFacts contact, string? number, DateOnly? deadline, string language) => new()
    {
        ["recipient"] = contact.FullName,
        ["sender"] = SenderOf(contact.Prefecture),
        ["site"] = options.Site,
        ["number"] = number,
        ["deadline"] = library.Say(deadline, language),
    };
}
