using System.Text.RegularExpressions;
using Anef.SharedKernel.Languages;
using Anef.Tests.Architecture.Rules;
using Anef.Tests.Support;

namespace Anef.Tests.Architecture;

public sealed partial class WordsOfEveryLanguage
{
    private static IEnumerable<string> Others => Repository.Languages.All.Skip(1).Select(l => l.Code);

    [TestCaseSource(nameof(Others))]
    public void Are_those_of_French(string language) =>
        Assert.That(LanguageKeys.Faults(Repository.Languages.All[0], Repository.Languages.For(language)), Is.Empty);

    [Test]
    public void Are_looked_at() => Assert.That(Repository.Languages.All.Select(l => l.Code), Is.EqualTo(new[] { "fr", "en", "ar" }));

    /// <summary>A key that a page names and nobody wrote is shown as it is: <c>space.titel</c>.</summary>
    [Test]
    public void Are_there_for_every_key_that_a_page_names()
    {
        var known = Repository.Languages.All[0].Keys.SelectMany(k => new[] { k, k[..Math.Max(0, k.LastIndexOf('.'))] }).ToHashSet();
        Assert.That(from file in Views()
                    from Match key in Named().Matches(File.ReadAllText(file))
                    where !known.Contains(key.Groups["key"].Value)
                    select $"{Path.GetRelativePath(Repository.Root, file)}: {key.Groups["key"].Value}", Is.Empty);
    }

    [TestCase("a", "A", "", "", "en has no « a »")]
    [TestCase("", "", "a", "A", "fr has no « a », which en has")]
    [TestCase("a", "le {day}", "a", "on {date}", "« a » names [day] in fr and [date] in en")]
    [TestCase("a", "{{#late}}tard{{/late}}", "a", "late", "« a » names [#late, /late] in fr and [] in en")]
    public void That_differ_are_found(string key, string words, string otherKey, string otherWords, string fault) =>
        Assert.That(LanguageKeys.Faults(Of("fr", (key, words)), Of("en", (otherKey, otherWords))), Is.EqualTo(new[] { fault }));

    [Test]
    public void Without_a_form_of_the_plural_are_found() => Assert.That(
        LanguageKeys.Faults(Of("fr", ("a.one", "{n} chat"), ("a.other", "{n} chats"), ("language.plurals.one", "n=0-1")),
            Of("ar", ("a.one", "x"), ("a.other", "x"), ("language.plurals.one", "n=1"), ("language.plurals.two", "n=2"))),
        Is.EqualTo(new[] { "ar: « a » has no form « two »" }));

    [Test]
    public void That_are_the_same_are_left_alone() => Assert.That(
        LanguageKeys.Faults(Of("fr", ("a", "le {day}"), ("b.one", "{n} chat"), ("b.other", "{n} chats"), ("language.plurals.one", "n=0-1")),
            Of("en", ("a", "on {day}"), ("b.one", "one cat"), ("b.other", "{n} cats"), ("language.plurals.one", "n=1"))), Is.Empty);

    private static Language Of(string code, params (string Key, string Words)[] words) => new(code, words.Where(w => w.Key.Length > 0).ToDictionary(w => w.Key, w => w.Words), null);

    private static IEnumerable<string> Views() => LongFiles.InProduction(Repository.Root).Where(f => f.EndsWith(".cshtml", StringComparison.Ordinal)).Select(f => Repository.PathOf(f));

    [GeneratedRegex(@"\bT(?:\[|\.Count\()""(?<key>[a-z][\w.-]*)""")]
    private static partial Regex Named();
}
