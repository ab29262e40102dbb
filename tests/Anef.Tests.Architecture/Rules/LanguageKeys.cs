using System.Text.RegularExpressions;
using Anef.SharedKernel.Languages;

namespace Anef.Tests.Architecture.Rules;

/// <summary>What one language says, each says: the same keys, the same blanks, every form of its own plurals.</summary>
internal static partial class LanguageKeys
{
    private static readonly HashSet<string> Forms = ["zero", "one", "two", "few", "many", "other"];

    /// <summary>What is missing in a language, or there too much, measured by the first.</summary>
    public static IEnumerable<string> Faults(Language first, Language other)
    {
        var (here, there) = (Words(first), Words(other));
        foreach (var key in here.Keys.Except(there.Keys)) yield return $"{other.Code} has no « {key} »";
        foreach (var key in there.Keys.Except(here.Keys)) yield return $"{first.Code} has no « {key} », which {other.Code} has";
        foreach (var key in here.Keys.Intersect(there.Keys))
            if (!Blanks(here[key]).SetEquals(Blanks(there[key])))
                yield return $"« {key} » names {Names(here[key])} in {first.Code} and {Names(there[key])} in {other.Code}";
        foreach (var fault in PluralFaults(first).Concat(PluralFaults(other)).Distinct()) yield return fault;
    }

    /// <summary>Keys with all that is said under each: the forms of a plural are one key.</summary>
    private static Dictionary<string, List<string>> Words(Language language) => Own(language)
        .GroupBy(Key).ToDictionary(g => g.Key, g => g.Select(k => language.Find(k)!).ToList());

    private static IEnumerable<string> PluralFaults(Language language)
    {
        foreach (var plural in Own(language).Where(k => Forms.Contains(Form(k))).GroupBy(Key))
        {
            // One alone is a word that happens to be called so: « other ».
            if (plural.Count() == 1 && language.Plurals.Forms.Count() > 1) continue;
            var forms = plural.Select(Form).ToHashSet();
            foreach (var missing in language.Plurals.Forms.Where(f => !forms.Contains(f))) yield return $"{language.Code}: « {plural.Key} » has no form « {missing} »";
            foreach (var foreign in forms.Except(language.Plurals.Forms)) yield return $"{language.Code}: « {plural.Key} » has a form « {foreign} » that the language has not";
        }
    }

    /// <summary>What the file says of its language itself differs from one to the next.</summary>
    private static IEnumerable<string> Own(Language language) => language.Keys.Where(k => !k.StartsWith("language.", StringComparison.Ordinal));

    private static string Form(string key) => key[(key.LastIndexOf('.') + 1)..];

    private static string Key(string key) => Forms.Contains(Form(key)) && key.Contains('.', StringComparison.Ordinal) ? key[..key.LastIndexOf('.')] : key;

    /// <summary>A form may say its number in words, so that <c>n</c> may stand or not.</summary>
    private static HashSet<string> Blanks(IEnumerable<string> words) => [.. words.SelectMany(w => Blank().Matches(w)).Select(m => m.Groups["name"].Value).Where(name => name != "n")];

    private static string Names(IEnumerable<string> words) => $"[{string.Join(", ", Blanks(words).Order(StringComparer.Ordinal))}]";

    [GeneratedRegex(@"\{\{?(?<name>[#/]?\w+)\}\}?")]
    private static partial Regex Blank();
}
