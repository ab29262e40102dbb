using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rehearsals;

namespace Anef.Host.Rehearse;

/// <summary>The words that the loaded modules know: what a file says beyond them is an error, found before anything is played.</summary>
internal sealed partial class Vocabulary
{
    /// <summary>The verb that casts people.</summary>
    public const string Cast = "people";

    private static readonly string[] PauseFields = ["until"];
    private static readonly string[] Permit = ["procedure", "ground", "validFrom", "validUntil", "work", "handedOver"];

    /// <summary>Territories with a law of their own: a person may live there and is then told so.</summary>
    private static readonly string[] Elsewhere = ["984", "986", "987", "988"];

    private readonly Dictionary<string, IReadOnlyCollection<string>> _verbs;
    private readonly Dictionary<string, HashSet<string>> _events;
    private readonly PrefectureCatalog _prefectures;

    public Vocabulary(IEnumerable<IRehearsalVerb> verbs, EventCatalog events, PrefectureCatalog prefectures)
    {
        _verbs = verbs.ToDictionary(v => v.Name, v => v.Fields);
        _verbs[StepReader.Pause] = PauseFields;
        _events = events.Facts.GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.SelectMany(FieldsOf).ToHashSet());
        _events[Refusal.Event] = [.. Refusal.Fields];
        _prefectures = prefectures;
    }

    /// <exception cref="FileFault">The first word that nobody knows.</exception>
    public void Check(RehearsalFile file)
    {
        foreach (var (code, line) in file.Prefectures)
            if (code.Length > 0 && _prefectures.Find(code) is null && !Elsewhere.Contains(code))
                throw new FileFault(line, $"département inconnu « {code} »");
        var names = new Names(file);
        foreach (var role in file.People) Check(role);
        foreach (var step in file.Steps) Check(step, names);
        foreach (var expectation in file.Expectations) Check(expectation, names);
    }

    private void Check(Role role)
    {
        role.Fields.Only(_verbs.GetValueOrDefault(Cast, []));
        if (role.Fields.Values["permit"] is not { } permit) return;
        if (permit is not JsonObject held) throw new FileFault(role.Fields.LineOf("permit"), $"{role.Fields.What} : « permit » est un bloc de champs");
        foreach (var (key, _) in held.Where(field => !Permit.Contains(field.Key)))
            throw new FileFault(role.Fields.LineOf("permit"), $"clé inconnue « {key} » dans le titre de « {role.Name} » ; sont possibles : {string.Join(", ", Permit)}");
    }

    private void Check(Step step, Names names)
    {
        if (!_verbs.TryGetValue(step.Verb, out var fields) || step.Verb == Cast)
            throw new FileFault(step.Line, $"verbe inconnu « {step.Verb} » ; sont possibles : {string.Join(", ", _verbs.Keys.Where(v => v != Cast).Order(StringComparer.Ordinal))}");
        step.Fields.Only(fields);
        if (step.Verb == StepReader.Pause) _ = StepReader.EndOf(step);
        names.Check(step);
    }

    private void Check(Expectation expectation, Names names)
    {
        if (expectation.Subject is Subject.Event or Subject.None or Subject.Count)
        {
            if (!_events.TryGetValue(expectation.Name, out var fields)) throw new FileFault(expectation.Line, $"événement inconnu « {expectation.Name} »");
            if (expectation.Fields.FirstOrDefault(f => !fields.Contains(f.Key)) is { Key: { } unknown })
                throw new FileFault(expectation.Line, $"« {expectation.Name} » n'a pas de champ « {unknown} » ; sont possibles : {string.Join(", ", fields.Order(StringComparer.Ordinal))}");
        }
        names.Check(expectation);
    }

    private static IEnumerable<string> FieldsOf(Type fact)
    {
        yield return "at";
        foreach (var property in fact.GetProperties())
            yield return property.Name switch
            {
                "PersonId" => "person",
                "ApplicationId" => "application",
                var name => JsonNamingPolicy.CamelCase.ConvertName(name),
            };
        if (AttestationNames.Named.Contains(fact.Name)) yield return "attestation";
        // The format names it for both; who supplies has no due date.
        if (fact.Name == "DocumentsSupplied") yield return "due";
    }

    [GeneratedRegex(@"^(?<application>.+)#(0|[1-9][0-9]*|L[1-9][0-9]*|C[1-9][0-9]*)$")]
    public static partial Regex AttestationName();
}
