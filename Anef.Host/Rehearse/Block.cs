using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Anef.Host.Rehearse;

/// <summary>A mapping of a file, its values as JSON, the line of each key.</summary>
internal sealed partial class Block
{
    private const int Deepest = 20;
    private readonly Dictionary<string, int> _lines = [];

    private Block(string what, int line) => (What, Line) = (what, line);

    /// <summary>What it is, for messages.</summary>
    public string What { get; }

    public int Line { get; }

    public JsonObject Values { get; } = [];

    public IEnumerable<string> Keys => _lines.Keys;

    public int LineOf(string key) => _lines.GetValueOrDefault(key, Line);

    /// <summary>Reads a mapping; nothing after the colon is an empty one.</summary>
    public static Block Of(YamlNode node, string what)
    {
        var block = new Block(what, LineOf(node));
        if (Absent(node)) return block;
        foreach (var (key, value) in Entries(node, what))
        {
            block._lines.Add(key, LineOf(value));
            block.Values.Add(key, ToJson(value, what, 0));
        }
        return block;
    }

    /// <summary>Any key beyond those is an error.</summary>
    public void Only(IReadOnlyCollection<string> known)
    {
        foreach (var key in Keys.Where(k => !known.Contains(k)))
            throw new FileFault(LineOf(key), $"clé inconnue « {key} » dans {What} ; sont possibles : {string.Join(", ", known.Order(StringComparer.Ordinal))}");
    }

    /// <summary>The entries of a mapping node.</summary>
    public static IEnumerable<(string Key, YamlNode Value)> Entries(YamlNode node, string what)
    {
        if (node is not YamlMappingNode mapping) throw new FileFault(LineOf(node), $"{what} : des paires « clé: valeur » sont attendues");
        foreach (var (key, value) in mapping.Children)
            yield return (key is YamlScalarNode { Value: { Length: > 0 } name } ? name : throw new FileFault(LineOf(key), $"{what} : une clé est un mot"), value);
    }

    public static int LineOf(YamlNode node) => (int)node.Start.Line;

    public static bool Absent(YamlNode node) => node is YamlScalarNode { Style: ScalarStyle.Plain } scalar && scalar.Value is null or "" or "~" or "null";

    private static JsonNode? ToJson(YamlNode node, string what, int depth)
    {
        if (depth > Deepest) throw new FileFault(LineOf(node), $"{what} : trop de niveaux les uns dans les autres");
        switch (node)
        {
            case YamlScalarNode scalar: return ToJson(scalar);
            case YamlSequenceNode sequence: return new JsonArray([.. sequence.Children.Select(item => ToJson(item, what, depth + 1))]);
            default:
                var mapping = new JsonObject();
                foreach (var (key, value) in Entries(node, what)) mapping.Add(key, ToJson(value, what, depth + 1));
                return mapping;
        }
    }

    /// <summary>Numbers only where nothing is lost by it: 01 is a department.</summary>
    private static JsonValue? ToJson(YamlScalarNode scalar) => scalar switch
    {
        { Style: not ScalarStyle.Plain } => JsonValue.Create(scalar.Value ?? ""),
        _ when Absent(scalar) => null,
        { Value: "true" or "True" or "TRUE" } => JsonValue.Create(true),
        { Value: "false" or "False" or "FALSE" } => JsonValue.Create(false),
        { Value: { } text } when Number().IsMatch(text) => JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(scalar.Value),
    };

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?$")]
    private static partial Regex Number();
}
