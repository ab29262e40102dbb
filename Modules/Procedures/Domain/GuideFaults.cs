namespace Anef.Procedures.Domain;

/// <summary>Whether the guide speaks of things that exist and leaves nobody without an answer.</summary>
internal static class GuideFaults
{
    /// <summary>Faults in French; none when every combination of answers leads somewhere.</summary>
    public static IEnumerable<string> On(RuleBook book, DateOnly day)
    {
        var (guide, catalogue) = (book.Guide.On(day), book.Catalogue.On(day));
        foreach (var id in guide.Groups.SelectMany(g => g.Documents).Where(id => guide.Document(id) is null)) yield return $"document inconnu « {id} »";
        foreach (var permit in guide.Documents.Select(d => d.Permit).OfType<string>().Where(p => catalogue.Find(p) is null)) yield return $"titre inconnu « {permit} »";
        foreach (var suggestion in guide.Answers.SelectMany(a => a.Suggests))
            if (catalogue.Find(suggestion.Procedure) is not { } entry) yield return $"démarche inconnue « {suggestion.Procedure} »";
            else if (suggestion.Kind is { } kind && !entry.Kinds.Contains(kind)) yield return $"{entry.Code} n'a pas de « {kind} »";
        foreach (var answer in guide.Answers.Where(a => a.Situation != GuideRule.Any && guide.Situation(a.Situation) is null)) yield return $"situation inconnue « {answer.Situation} »";
        foreach (var (document, situation) in Combinations(guide).Where(c => !Answered(guide, catalogue, c.Document, c.Situation)))
            yield return $"impasse : « {document} », « {situation} »";
    }

    /// <summary>Every pair of answers that a person can give.</summary>
    public static IEnumerable<(string Document, string Situation)> Combinations(GuideRules guide) =>
        from @group in guide.Groups from document in @group.Documents from situation in guide.SituationsOf(@group.Id) select (document, situation.Id);

    private static bool Answered(GuideRules guide, CatalogueRules catalogue, string document, string situation) =>
        guide.Answers.Where(a => a.Fits(document, situation)).Any(a => a.Talk || a.Suggests.Count > 0
            || (a.Renews && guide.Document(document)?.Permit is { } permit && catalogue.RenewersOf(permit).Any()));
}
