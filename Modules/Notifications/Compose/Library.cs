using System.Collections.Concurrent;
using System.Globalization;
using Anef.Notifications.Domain;
using Anef.SharedKernel.Languages;

namespace Anef.Notifications.Compose;

/// <summary>The words of messages, from the section <c>message</c> of the language files, and how each language says a date or a term.</summary>
internal sealed class Library(LanguageCatalog languages)
{
    private const string Section = "message";

    /// <summary>One frame of every HTML body, and one of every letter: letters are in French whatever the language.</summary>
    public static Template Frame { get; } = new("frame.html", Resource("frame.html"));

    /// <summary>What stands around the words of a letter.</summary>
    public static Template Letter { get; } = new("letter.txt", Resource("letter.txt"));

    private readonly ConcurrentDictionary<(string, string), Template> _read = new();

    /// <summary>Languages in which everything can be said; French, the first, is what stands in for the others.</summary>
    public IReadOnlyList<Language> Languages => languages.All;

    /// <summary>The language to speak to somebody whose own is this BCP 47 tag.</summary>
    public string LanguageFor(string tag) => languages.For(tag).Code;

    /// <summary>Names of the messages.</summary>
    public IEnumerable<string> Names => Under("text");

    public Template Words(string language, string name) => _read.GetOrAdd((language, name), key => new(
        $"{Section}.text.{key.Item2} ({key.Item1})",
        languages.For(key.Item1).Find($"{Section}.text.{key.Item2}") ?? throw new InvalidOperationException($"les mots « {key.Item2} » manquent")));

    /// <summary>A value as the language says it; lists as lines.</summary>
    public string? Say(object? value, string language) => value switch
    {
        null => null,
        string text => text,
        DateOnly day => new Say(languages.For(language)).Day(day),
        Term term => Word(term, language),
        decimal euros => euros.ToString("0.##", languages.For(language).Culture),
        IEnumerable<object> list => list.Any() ? string.Join('\n', list.Select(item => $"- {Say(item, language)}")) : null,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>A term, or its code as it came where the language has no word for it.</summary>
    public string Word(Term term, string language) => languages.For(language).Find($"{Section}.{term.Group}.{term.Code}") ?? term.Code;

    /// <summary>A word that stands alone.</summary>
    public string Word(string name, string language) => languages.For(language).Find($"{Section}.{name}") ?? throw new InvalidOperationException($"le mot « {name} » manque");

    private IEnumerable<string> Under(string group) => languages.All[0].Keys
        .Where(k => k.StartsWith($"{Section}.{group}.", StringComparison.Ordinal)).Select(k => k[(Section.Length + group.Length + 2)..]);

    private static string Resource(string file)
    {
        using var stream = typeof(Library).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
