using Anef.Notifications.Compose;
using Anef.Notifications.Settings;
using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Notifications.ShowTranslation;

/// <summary>What a French letter says, in the other languages. Its names, dates and numbers stand in the letter alone: the page is for anybody.</summary>
[OpenToAll]
internal sealed class ShowTranslationPage(Library library, MailOptions options) : PageModel
{
    private static readonly HashSet<string> Frames = ["frame"];

    public IReadOnlyList<Translation> Translations { get; private set; } = [];

    public void OnGet(string words)
    {
        if (Frames.Contains(words) || !library.Names.Contains(words)) throw new NotFound("cette lettre");
        Translations = [.. library.Languages.Skip(1).Select(language => Of(words, language))];
    }

    private Translation Of(string words, Language language)
    {
        var template = library.Words(language.Code, words);
        return new(language.Code, language.RightToLeft ? "rtl" : "ltr", language.Name,
            template.Fill(template.Places.ToDictionary(place => place, place => (string?)(place == "site" ? options.Site : "[…]"))).Split("\n\n"));
    }

    internal sealed record Translation(string Language, string Direction, string Name, string[] Paragraphs);
}
