using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Anef.Notifications.Domain;

/// <summary>The values of an intent as a row keeps them: enough to say the same thing another way, months later.</summary>
internal static class IntentFacts
{
    /// <summary>Null when there is nothing to keep.</summary>
    public static string? Write(IReadOnlyDictionary<string, object?> values) => values.Count == 0 ? null
        : new JsonObject(values.Select(v => KeyValuePair.Create(v.Key, Node(v.Value)))).ToJsonString();

    public static Dictionary<string, object?> Read(string? written) => written is null ? []
        : JsonNode.Parse(written)!.AsObject().ToDictionary(v => v.Key, v => Value(v.Value));

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        string text => text,
        DateOnly day => new JsonObject { ["day"] = day.ToString("O", CultureInfo.InvariantCulture) },
        Term term => new JsonObject { ["group"] = term.Group, ["code"] = term.Code },
        decimal number => number,
        int number => (decimal)number,
        IEnumerable<object> list => new JsonArray([.. list.Select(Node)]),
        _ => throw new InvalidOperationException($"a value of type {value.GetType()} cannot be kept"),
    };

    private static object? Value(JsonNode? node) => node switch
    {
        null => null,
        JsonArray list => list.Select(item => Value(item)!).ToList(),
        JsonObject day when day["day"] is { } written => DateOnly.ParseExact(written.GetValue<string>(), "O", CultureInfo.InvariantCulture),
        JsonObject term => new Term(term["group"]!.GetValue<string>(), term["code"]!.GetValue<string>()),
        JsonValue number when number.GetValueKind() == JsonValueKind.Number => number.GetValue<decimal>(),
        _ => node.GetValue<string>(),
    };
}
