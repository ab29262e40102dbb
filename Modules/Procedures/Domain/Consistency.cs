namespace Anef.Procedures.Domain;

/// <summary>Whether the families agree with each other, on each day on which one of them changes.</summary>
internal static class Consistency
{
    /// <summary>Faults in French; none when every procedure can answer every question.</summary>
    public static IEnumerable<string> Faults(RuleBook book) =>
        book.All.Select(v => v.EffectiveFrom).Distinct().Order().SelectMany(day => FaultsOn(book, day)).Distinct().Concat(Vanished(book));

    private static IEnumerable<string> FaultsOn(RuleBook book, DateOnly day)
    {
        var catalogue = book.Catalogue.On(day);
        foreach (var twice in catalogue.Procedures.GroupBy(e => e.Code).Where(g => g.Count() > 1)) yield return $"{twice.Key} figure deux fois au catalogue";
        foreach (var entry in catalogue.Procedures)
            foreach (var fault in FaultsOf(book, catalogue, entry, day))
                yield return $"{entry.Code} : {fault}";
        foreach (var fault in GuideFaults.On(book, day)) yield return $"guide : {fault}";
        foreach (var fault in RetentionFaults.On(book, day)) yield return $"conservation : {fault}";
        foreach (var fault in HolidayFaults.On(book, day)) yield return $"jours fériés : {fault}";
    }

    private static IEnumerable<string> FaultsOf(RuleBook book, CatalogueRules catalogue, CatalogueEntry entry, DateOnly day)
    {
        var (silence, provisional, fees, labels) = (book.Silence.On(day), book.Provisional.On(day), book.Fees.On(day), book.Documents.On(day).Labels);
        if (book.Windows.On(day).WordsOf(entry.Window) is null) yield return $"délai de dépôt inconnu « {entry.Window} »";
        foreach (var id in entry.SilenceByKind.Values.Append(entry.Silence).Where(id => !silence.Without.Contains(id) && !silence.Delays.ContainsKey(id)))
            yield return $"délai de silence inconnu « {id} »";
        if (!provisional.ChainsWithout.Contains(entry.Provisional) && !provisional.Chains.ContainsKey(entry.Provisional))
            yield return $"document provisoire inconnu « {entry.Provisional} »";
        if (!fees.Profiles.TryGetValue(entry.Fee, out var profile)) yield return $"taxe inconnue « {entry.Fee} »";
        else if (profile.Renewal is { } renewal && !fees.Profiles.ContainsKey(renewal)) yield return $"taxe inconnue « {renewal} »";
        foreach (var code in (entry.OnlyDocuments ?? catalogue.CommonDocuments.Concat(entry.Documents)).Where(code => !labels.ContainsKey(code)))
            yield return $"pièce inconnue « {code} »";
        foreach (var code in entry.Renews.Where(code => catalogue.Find(code) is null)) yield return $"renouvelle une démarche inconnue « {code} »";
        if (provisional.Chains.TryGetValue(entry.Provisional, out var chain) && chain.ByKind.Values.Append(chain).Any(c => !Lasts(c)))
            yield return "document provisoire sans durée";
    }

    private static bool Lasts(ProvisionalChain chain) => chain.Terms.Count > 0 && chain.Terms.All(t => t.Months >= 0 && t.Days >= 0 && t.Months + t.Days > 0);

    /// <summary>A request under way would be left without rules.</summary>
    private static IEnumerable<string> Vanished(RuleBook book)
    {
        var oldestFirst = book.Catalogue.NewestFirst.Reverse().ToList();
        return oldestFirst.Zip(oldestFirst.Skip(1), (before, after) => before.Procedures.Where(e => after.Find(e.Code) is null))
            .SelectMany(gone => gone).Select(e => $"{e.Code} ne peut pas disparaître du catalogue : des demandes peuvent en dépendre");
    }
}
