using Anef.Host;
using Anef.Host.Languages;
using Anef.Procedures.Domain;

namespace Anef.Tests.Integration;

/// <summary>Whatever the catalogue and the guide name has plain words in each language.</summary>
public sealed class WordsOfTheGuide
{
    private static readonly RuleBook Book = EmbeddedRules.Read();
    private static readonly GuideRules Guide = Book.Guide.NewestFirst[0];
    private static readonly CatalogueRules Catalogue = Book.Catalogue.NewestFirst[0];

    private static IEnumerable<string> Keys() =>
    [
        .. Catalogue.Procedures.Select(p => $"procedure.{p.Code}"),
        .. Catalogue.Procedures.SelectMany(p => p.Kinds).Distinct().Select(kind => $"kind.{kind}"),
        .. Book.Documents.NewestFirst[0].Labels.Keys.Select(code => $"document.{code}"),
        .. Catalogue.Procedures.Select(p => p.Window).Append(WindowIds.TwoMonths).Distinct().Select(id => $"public.window.{id}"),
        .. Guide.Groups.Select(g => $"guide.group.{g.Id}"),
        .. Guide.Documents.Select(d => $"guide.held.{d.Id}"),
        .. Guide.Situations.Select(s => $"guide.situation.{s.Id}"),
        .. Guide.Situations.Select(s => s.Asks).OfType<string>().Distinct().Select(asks => $"guide.ask.{asks}"),
        .. Guide.Answers.SelectMany(a => a.Suggests.Select(s => s.Why).Append(a.Why)).OfType<string>().Distinct().Select(why => $"guide.why.{why}"),
        .. Guide.Answers.SelectMany(a => a.Advice).Distinct().Select(advice => $"guide.advice.{advice}"),
        .. Guide.Answers.SelectMany(a => a.Suggests.Select(s => s.Variant).Append(a.Variant)).OfType<string>().Distinct().Select(variant => $"guide.result.{variant}"),
    ];

    [TestCase("fr")]
    [TestCase("en")]
    [TestCase("ar")]
    public void Are_all_there(string language) =>
        Assert.That(Keys().Except(LanguageFiles.Words(Path.Combine(Paths.Languages, $"{language}.yaml")).Keys), Is.Empty);
}
