using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Anef.Host.Rehearse;

/// <summary>Compares what a file expects with what is: whatever YAML made of a value, and only on the fields given.</summary>
internal static class Matching
{
    public static bool Matches(JsonObject expected, JsonObject actual) => expected.All(field => Same(field.Value, actual[field.Key]));

    public static int Score(JsonObject expected, JsonObject actual) => expected.Count(field => Same(field.Value, actual[field.Key]));

    /// <summary>Nothing expected means: absent. Lists are compared item by item.</summary>
    public static bool Same(JsonNode? expected, JsonNode? actual) => (expected, actual) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (JsonObject want, JsonObject have) => Matches(want, have),
        (JsonArray want, JsonArray have) => want.Count == have.Count && want.Zip(have).All(pair => Same(pair.First, pair.Second)),
        (JsonValue want, JsonValue have) => SameText(Text(want), Text(have)),
        _ => false,
    };

    /// <summary>A value in one line.</summary>
    public static string Words(JsonNode? value) => value switch
    {
        null => "(absent)",
        JsonObject fields => Words(fields, fields.Select(f => f.Key)),
        JsonArray items => $"[{string.Join(", ", items.Select(Words))}]",
        _ => Text(value.AsValue()),
    };

    /// <summary>Some fields of an object in one line.</summary>
    public static string Words(JsonObject fields, IEnumerable<string> names) => $"{{ {string.Join(", ", names.Select(n => $"{n}: {Words(fields[n])}"))} }}";

    private static bool SameText(string expected, string actual) =>
        expected == actual || SameNumber(expected, actual) || SameInstant(expected, actual);

    private static bool SameNumber(string expected, string actual) =>
        decimal.TryParse(expected, NumberStyles.Number, CultureInfo.InvariantCulture, out var want)
        && decimal.TryParse(actual, NumberStyles.Number, CultureInfo.InvariantCulture, out var have) && want == have;

    private static bool SameInstant(string expected, string actual) =>
        actual.Contains('T', StringComparison.Ordinal) && Instants.TryParse(expected, out var want) && Instants.TryParse(actual, out var have) && want == have;

    private static string Text(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.ToString(),
    };
}
