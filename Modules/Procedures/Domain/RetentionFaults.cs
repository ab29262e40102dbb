using Anef.SharedKernel.Retention;

namespace Anef.Procedures.Domain;

/// <summary>Whether the rules of retention can be followed.</summary>
internal static class RetentionFaults
{
    /// <summary>What can start a delay: the program knows when each happens.</summary>
    public static IReadOnlyDictionary<string, string> Starts { get; } = Things.All.ToDictionary(thing => thing, thing => thing switch
    {
        Things.IdentityCopies or Things.Documents or Things.Messages or Things.File => "decisionFinal",
        Things.Drafts => "lastChange",
        Things.Accounts => "lastSignIn",
        Things.Mandates => "mandateEnd",
        _ => "recorded",
    });

    /// <summary>What a person loses is never lost without a word.</summary>
    private static readonly string[] Announced = [Things.IdentityCopies, Things.Documents, Things.File, Things.Drafts, Things.Accounts];

    public static IEnumerable<string> On(RuleBook book, DateOnly day)
    {
        var things = book.Retention.On(day).Things;
        foreach (var thing in Things.All.Where(t => !things.ContainsKey(t))) yield return $"aucune durée pour « {thing} »";
        foreach (var thing in things.Keys.Where(t => !Starts.ContainsKey(t))) yield return $"« {thing} » n'est rien que le programme garde";
        foreach (var (thing, keeping) in things.Where(t => Starts.ContainsKey(t.Key)))
            foreach (var fault in Of(book, day, thing, keeping))
                yield return $"{thing} : {fault}";
        if (Longer(things, Things.IdentityCopies, Things.Documents)) yield return "les copies d'identité ne peuvent pas être gardées plus longtemps que les autres pièces";
        if (Longer(things, Things.Documents, Things.File) || Longer(things, Things.Messages, Things.File)) yield return "rien d'un dossier ne peut être gardé plus longtemps que lui";
    }

    private static IEnumerable<string> Of(RuleBook book, DateOnly day, string thing, Keeping keeping)
    {
        if (keeping.From != Starts[thing]) yield return $"le délai part de « {Starts[thing]} », pas de « {keeping.From} »";
        if (keeping.Keep.Months < 0 || keeping.Keep.Days < 0 || keeping.Keep.Months + keeping.Keep.Days == 0) yield return "une durée d'au moins un jour est attendue";
        if (Announced.Contains(thing) && keeping.NoticeDays < 1) yield return "la personne doit être prévenue avant";
        if (keeping.NoticeDays > Span(keeping)) yield return "le préavis est plus long que la durée";
        foreach (var code in keeping.Documents.Where(code => !book.Documents.On(day).Labels.ContainsKey(code))) yield return $"pièce inconnue « {code} »";
        if (thing == Things.IdentityCopies && keeping.Documents.Count == 0) yield return "dites quelles pièces sont des copies d'identité";
    }

    private static bool Longer(IReadOnlyDictionary<string, Keeping> things, string one, string other) =>
        things.TryGetValue(one, out var first) && things.TryGetValue(other, out var second) && Span(first) > Span(second);

    /// <summary>Days, near enough to compare.</summary>
    private static int Span(Keeping keeping) => (keeping.Keep.Months * 30) + (keeping.Keep.Months * 5 / 12) + keeping.Keep.Days;
}
