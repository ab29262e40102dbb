using System.Text.Json.Nodes;

namespace Anef.Host.Rehearse;

/// <summary>Judges expectations at the end, and says of each that failed what came nearest to it.</summary>
internal sealed class Judge(Timeline timeline)
{
    private static readonly string[] ApplicationFields = ["number", "status", "procedure", "ground", "prefecture", "filedOn", "timeliness", "completeSince",
        "implicitRefusalOn", "decision", "lateFee", "cardDueOn", "fee", "priority"];
    private static readonly string[] PersonFields = ["coverage", "gaps"];
    private static readonly string[] ResultFields = ["status", "validFrom", "validUntil", "work", "successor"];

    /// <summary>Why each expectation that failed did.</summary>
    public IReadOnlyList<string> Failures(IEnumerable<Expectation> expectations) =>
        [.. expectations.Select(e => (e.Line, Words: Failure(e))).Where(f => f.Words is not null).Select(f => $"ligne {f.Line} : {f.Words}")];

    private string? Failure(Expectation expectation) => expectation.Subject switch
    {
        Subject.Event => Happened(expectation),
        Subject.None => Matches(expectation).FirstOrDefault() is { } found ? $"none {Asked(expectation)}, or il y a eu {Told(found, null)}" : null,
        Subject.Count => Counted(expectation),
        Subject.Application => State(expectation, "application", timeline.World.ApplicationStates, ApplicationFields),
        Subject.Person => State(expectation, "person", timeline.World.PersonStates, PersonFields),
        _ => State(expectation, "result", timeline.World.Results, ResultFields),
    };

    private string? Happened(Expectation expectation)
    {
        if (Matches(expectation).Any()) return null;
        var nearest = Named(expectation).MaxBy(e => Matching.Score(expectation.Fields, e));
        return $"event {Asked(expectation)} : {(nearest is null ? "rien de ce nom n'a eu lieu" : $"au plus près, {Told(nearest, expectation.Fields)}")}";
    }

    private string? Counted(Expectation expectation)
    {
        var found = Matches(expectation).ToList();
        return found.Count == expectation.Is ? null
            : $"count {Asked(expectation)} : {expectation.Is} attendus, {found.Count} trouvés{string.Concat(found.Select(f => $" ; {Told(f, null)}"))}"
                + (found.Count == 0 && Named(expectation).MaxBy(e => Matching.Score(expectation.Fields, e)) is { } nearest ? $" ; au plus près, {Told(nearest, expectation.Fields)}" : "");
    }

    private static string? State(Expectation expectation, string what, Dictionary<string, JsonObject> states, string[] known)
    {
        var state = states.GetValueOrDefault(expectation.Name);
        foreach (var (field, _) in expectation.Fields.Where(f => !known.Contains(f.Key) && state?.ContainsKey(f.Key) != true))
            throw new FileFault(expectation.Line, $"« {what} » n'a pas de champ « {field} » ; sont possibles : {string.Join(", ", known)}");
        if (state is null) return $"{what} {expectation.Name} : n'existe pas à la fin";
        var wrong = expectation.Fields.Where(f => !Matching.Same(f.Value, state[f.Key])).ToList();
        return wrong.Count == 0 ? null
            : $"{what} {expectation.Name} : {string.Join(", ", wrong.Select(f => $"{f.Key} vaut {Matching.Words(state[f.Key])} au lieu de {Matching.Words(f.Value)}"))}";
    }

    private IEnumerable<JsonObject> Named(Expectation expectation) => timeline.Events.Where(e => e["event"]!.ToString() == expectation.Name);

    private IEnumerable<JsonObject> Matches(Expectation expectation) => Named(expectation).Where(e => Matching.Matches(expectation.Fields, e));

    private static string Asked(Expectation expectation) =>
        expectation.Fields.Count == 0 ? expectation.Name : $"{expectation.Name} {Matching.Words(expectation.Fields)}";

    /// <summary>An event with the fields that matter: those asked for, or all.</summary>
    private static string Told(JsonObject happened, JsonObject? asked) =>
        $"{happened["at"]} {happened["event"]} {Matching.Words(happened, (asked ?? happened).Select(f => f.Key).Where(k => k is not ("at" or "event")))}";
}
