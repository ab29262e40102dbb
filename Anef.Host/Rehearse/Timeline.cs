using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Rehearsals;

namespace Anef.Host.Rehearse;

/// <summary>What happened, in order, and the state at the end.</summary>
internal sealed record Timeline(IReadOnlyList<JsonObject> Events, RehearsalWorld World)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Facts with the attestations' names, and each instant in the zone where its person lives then.</summary>
    public static Timeline Of(RehearsalFile file, RehearsalWorld world, IReadOnlyList<Fact> facts, PrefectureCatalog prefectures)
    {
        var lives = file.People.ToDictionary(p => p.Name, p => p.Department().Value);
        var names = new AttestationNames();
        var events = new List<JsonObject>(facts.Count);
        foreach (var fact in facts)
        {
            names.Note(fact);
            if (fact.Name == "Transferred" && fact.Text("person") is { } mover && fact.Text("to") is { } to) lives[mover] = to;
            var department = fact.Text("person") is { } person ? lives.GetValueOrDefault(person, file.Prefecture.Value) : file.Prefecture.Value;
            events.Add(Write(fact, prefectures.Find(department)?.TimeZone ?? CivilTime.Paris, names));
        }
        return new Timeline(events, world);
    }

    /// <summary>The whole as it is written to a file.</summary>
    public JsonObject ToJson() => new()
    {
        ["events"] = new JsonArray([.. Events.Select(e => e.DeepClone())]),
        ["applications"] = States(World.ApplicationStates),
        ["people"] = States(World.PersonStates),
        ["results"] = States(World.Results),
    };

    public static string Text(JsonObject timeline) => timeline.ToJsonString(Readable) + "\n";

    private static JsonObject Write(Fact fact, string zone, AttestationNames names)
    {
        var written = new JsonObject
        {
            ["at"] = fact.At.In(zone).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
            ["event"] = fact.Name,
        };
        foreach (var who in new[] { "application", "person" })
            if (fact.Fields[who] is { } value) written[who] = value.DeepClone();
        if (AttestationNames.Named.Contains(fact.Name) && fact.Text("number") is { } number && names.NameOf(number) is { } name) written["attestation"] = name;
        foreach (var (field, value) in fact.Fields)
            if (value is not null && !written.ContainsKey(field)) written[field] = value.DeepClone();
        return written;
    }

    private static JsonObject States(Dictionary<string, JsonObject> states) =>
        new(states.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value.DeepClone())));
}
