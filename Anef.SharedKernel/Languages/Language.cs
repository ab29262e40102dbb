using System.Globalization;

namespace Anef.SharedKernel.Languages;

/// <summary>A language that people are spoken to in: all its words, from one file.</summary>
public sealed class Language
{
    private readonly IReadOnlyDictionary<string, string> _words;
    private readonly Language? _instead;

    /// <param name="code">BCP 47, which is also the file's name.</param>
    /// <param name="words">Dotted key → words. The keys under <c>language.</c> say its name, direction and plural rules.</param>
    /// <param name="instead">What stands in where a word is missing; null for French.</param>
    public Language(string code, IReadOnlyDictionary<string, string> words, Language? instead)
    {
        (Code, _words, _instead, Culture) = (code, words, instead, CultureInfo.GetCultureInfo(code));
        Name = words.GetValueOrDefault("language.name", code);
        RightToLeft = words.GetValueOrDefault("language.direction") == "rtl";
        Plurals = new(words.Where(w => w.Key.StartsWith("language.plurals.", StringComparison.Ordinal)).Select(w => KeyValuePair.Create(w.Key["language.plurals.".Length..], w.Value)));
    }

    /// <summary>BCP 47.</summary>
    public string Code { get; }

    /// <summary>As its speakers call it.</summary>
    public string Name { get; }

    /// <summary>Written from right to left.</summary>
    public bool RightToLeft { get; }

    /// <summary>How it writes days and numbers.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Which form goes with which number.</summary>
    public Plurals Plurals { get; }

    /// <summary>Every key of its own file.</summary>
    public IEnumerable<string> Keys => _words.Keys;

    /// <summary>The words under a key, or null.</summary>
    public string? Find(string key) => _words.GetValueOrDefault(key) ?? _instead?.Find(key);
}

/// <summary>Every language; the first is French, which stands in for the others.</summary>
public sealed class LanguageCatalog
{
    private readonly Lazy<IReadOnlyList<Language>> _all;

    /// <param name="read">Reads the files, when first asked.</param>
    public LanguageCatalog(Func<IReadOnlyList<Language>> read) => _all = new(read);

    /// <summary>In the order in which they are offered.</summary>
    public IReadOnlyList<Language> All => _all.Value;

    /// <summary>The language for a BCP 47 tag, or French.</summary>
    public Language For(string? tag)
    {
        var primary = (tag ?? "").Split('-', '_')[0];
        return All.FirstOrDefault(l => l.Code.Equals(primary, StringComparison.OrdinalIgnoreCase)) ?? All[0];
    }
}
