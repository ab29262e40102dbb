using Anef.Procedures.Contracts;

namespace Anef.Procedures.Domain;

/// <summary>The documents to bring: art. R.431-10, R.431-11, annex 10.</summary>
internal static class DocumentList
{
    public static IReadOnlyList<RequiredDocument> Of(RuleBook book, string procedure, DateOnly on)
    {
        var catalogue = book.Catalogue.On(on);
        var rules = book.Documents.On(on);
        var entry = book.Entry(procedure, on);
        return [.. (entry.OnlyDocuments ?? catalogue.CommonDocuments.Concat(entry.Documents)).Distinct().Select(code =>
            new RequiredDocument(code, rules.Labels[code], !code.EndsWith(rules.LaterSuffix, StringComparison.Ordinal)))];
    }
}
