using Anef.Notifications.Compose;
using Anef.Notifications.Settings;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Notifications.ShowTranslation;

/// <summary>What a French letter says, in the other languages. Its names, dates and numbers stand in the letter alone: the page is for anybody.</summary>
[OpenToAll]
internal sealed class ShowTranslationPage(MailOptions options) : PageModel
{
    private static readonly HashSet<string> Frames = ["frame", "letter", "neutral"];

    public IReadOnlyList<Translation> Translations { get; private set; } = [];

    public void OnGet(string words)
    {
        if (Frames.Contains(words) || !Library.Names("fr").Contains(words)) throw new NotFound("cette lettre");
        Translations = [.. Library.Languages.Where(l => l != "fr").Select(language => Of(words, language))];
    }

    private Translation Of(string words, string language)
    {
        var template = Library.Words(language, words);
        return new(language, language == "ar" ? "rtl" : "ltr", language == "ar" ? "العربية" : "English",
            template.Fill(template.Places.ToDictionary(place => place, place => (string?)(place == "site" ? options.Site : "[…]"))).Split("\n\n"));
    }

    internal sealed record Translation(string Language, string Direction, string Name, string[] Paragraphs);
}
