using System.Text.Json;
using System.Text.Json.Nodes;

namespace Anef.Procedures.Domain;

/// <summary>What one version says otherwise than another, key by key.</summary>
internal static class RuleDifference
{
    private static readonly string[] Names = ["code", "id", "label"];

    /// <summary>Changed, added and removed keys, in the order of the newer text. Items of a list that have a name go by it, so that a new line is one difference.</summary>
    public static IReadOnlyList<KeyDifference> Between(string before, string after)
    {
        var (old, now) = (Flat(before), Flat(after));
        var different = now.Where(n => !old.TryGetValue(n.Key, out var was) || was != n.Value)
            .Select(n => new KeyDifference(n.Key, old.GetValueOrDefault(n.Key), n.Value));
        return [.. different, .. old.Where(o => !now.ContainsKey(o.Key)).Select(o => new KeyDifference(o.Key, o.Value, null))];
    }

    private static Dictionary<string, string> Flat(string body)
    {
        var found = new Dictionary<string, string>();
        try { Collect(JsonNode.Parse(body), "", found); }
        catch (JsonException) { found.Clear(); }
        return found;
    }

    private static void Collect(JsonNode? node, string path, Dictionary<string, string> found)
    {
        switch (node)
        {
            case JsonObject mapping:
                foreach (var (key, value) in mapping) Collect(value, path.Length == 0 ? key : $"{path}.{key}", found);
                break;
            case JsonArray list when list.Any(item => item is JsonObject or JsonArray):
                var seen = new Dictionary<string, int>();
                foreach (var (item, index) in list.Select((item, index) => (item, index)))
                {
                    var name = NameOf(item) ?? $"{index + 1}";
                    seen[name] = seen.GetValueOrDefault(name) + 1;
                    Collect(item, $"{path}[{name}{(seen[name] > 1 ? $" {seen[name]}" : "")}]", found);
                }
                break;
            default:
                found[path] = node is JsonArray words ? string.Join(", ", words.Select(w => $"{w}")) : node?.ToString() ?? "null";
                break;
        }
    }

    private static string? NameOf(JsonNode? item) =>
        item is JsonObject mapping ? Names.Select(n => mapping[n]?.ToString()).FirstOrDefault(n => n is not null) : null;
}

/// <summary>One key that differs.</summary>
/// <param name="Before">Null when it is new.</param>
/// <param name="After">Null when it is gone.</param>
internal sealed record KeyDifference(string Key, string? Before, string? After);
