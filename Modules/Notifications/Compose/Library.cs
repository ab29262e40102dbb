using System.Collections.Concurrent;
using System.Globalization;
using Anef.Notifications.Domain;

namespace Anef.Notifications.Compose;

/// <summary>The words that the program carries, by language, and how that language says a date or a term.</summary>
internal static class Library
{
    /// <summary>Languages in which everything can be said; French, the first, is what stands in for the others.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["fr", "en", "ar"];

    private static readonly ConcurrentDictionary<string, Template> Read = new();
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Terms = new();

    /// <summary>The language to speak to somebody whose own is this BCP 47 tag.</summary>
    public static string LanguageFor(string tag)
    {
        var primary = tag.Split('-', '_')[0].ToLowerInvariant();
        return Languages.Contains(primary) ? primary : "fr";
    }

    /// <summary>Names of the messages' files, without their language.</summary>
    public static IEnumerable<string> Names(string language) => typeof(Library).Assembly.GetManifestResourceNames()
        .Where(r => r.StartsWith($"Templates/{language}/", StringComparison.Ordinal) && r.EndsWith(".txt", StringComparison.Ordinal))
        .Select(r => Path.GetFileNameWithoutExtension(r));

    public static Template Words(string language, string name) => Template($"{language}/{name}.txt");

    /// <summary>The one frame of every HTML body.</summary>
    public static Template Frame => Template("frame.html");

    /// <summary>A value as the language says it; lists as lines.</summary>
    public static string? Say(object? value, string language) => value switch
    {
        null => null,
        string text => text,
        DateOnly day => Date(day, language),
        Term term => Word(term, language),
        decimal euros => euros.ToString("0.##", CultureInfo.GetCultureInfo(language)),
        IEnumerable<object> list => list.Any() ? string.Join('\n', list.Select(item => $"- {Say(item, language)}")) : null,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>A term, or its code as it came where the language has no word for it.</summary>
    public static string Word(Term term, string language) => Terms.GetOrAdd(language, ReadTerms).GetValueOrDefault($"{term.Group}.{term.Code}", term.Code);

    /// <summary>A word that stands alone.</summary>
    public static string Word(string name, string language) => Terms.GetOrAdd(language, ReadTerms)[name];

    public static IEnumerable<string> TermNames(string language) => Terms.GetOrAdd(language, ReadTerms).Keys;

    private static string Date(DateOnly day, string language) => language == "fr" && day.Day == 1
        ? day.ToString("'1er' MMMM yyyy", CultureInfo.GetCultureInfo("fr"))
        : day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(language));

    private static Template Template(string file) => Read.GetOrAdd(file, f => new Template(f, Resource(f)));

    private static IReadOnlyDictionary<string, string> ReadTerms(string language) => Resource($"{language}/terms.ini")
        .Split('\n').Where(line => line.Contains('=', StringComparison.Ordinal))
        .Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());

    private static string Resource(string file)
    {
        using var stream = typeof(Library).Assembly.GetManifestResourceStream($"Templates/{file}")
            ?? throw new InvalidOperationException($"les mots « {file} » manquent");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
