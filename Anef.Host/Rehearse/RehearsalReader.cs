using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Anef.Host.Rehearse;

/// <summary>From text to a rehearsal. What it does not know is an error, never left out.</summary>
internal static class RehearsalReader
{
    private static readonly string[] Keys = ["title", "basis", "prefecture", "start", "until", "settings", "people", "steps", "expect"];
    private static readonly string[] Bases = ["law", "practice", "design"];

    /// <exception cref="FileFault">It is no rehearsal.</exception>
    public static RehearsalFile Read(string text)
    {
        var parts = Parts(Root(text));
        var prefecture = Needed(parts, "prefecture");
        var start = Instant(Needed(parts, "start"), "start");
        var until = Instant(Needed(parts, "until"), "until");
        if (until.Value <= start.Value) throw new FileFault(until.Line, "« until » n'est pas après « start »");
        if (TextOrNull(parts, "basis") is { } basis && !Bases.Contains(basis.Value))
            throw new FileFault(basis.Line, $"« basis: {basis.Value} » : law, practice ou design est attendu");
        return new RehearsalFile
        {
            Title = TextOrNull(parts, "title")?.Value ?? "",
            Prefecture = prefecture,
            Start = start.Value,
            Until = until.Value,
            Settings = parts.TryGetValue("settings", out var settings) ? Block.Of(settings, "« settings »") : null,
            People = People(parts, prefecture.Value),
            Steps = Items(parts, "steps").Select(node => StepReader.Read(node, start.Value, until.Value)).OrderBy(s => s.At).ToList(),
            Expectations = Items(parts, "expect").Select(ExpectationReader.Read).ToList(),
        };
    }

    /// <summary>An instant, or an error that names its line.</summary>
    public static Placed<DateTimeOffset> Instant(Placed<string> text, string key) => Instants.TryParse(text.Value, out var instant)
        ? new(instant, text.Line)
        : throw new FileFault(text.Line, $"« {key}: {text.Value} » n'est pas un instant (2026-07-01T09:00:00, avec ou sans décalage horaire)");

    private static YamlNode Root(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 1 ? stream.Documents[0].RootNode
                : throw new FileFault(1, stream.Documents.Count == 0 ? "le fichier est vide" : "un fichier contient une répétition et une seule");
        }
        catch (YamlException fault)
        {
            throw new FileFault((int)fault.Start.Line, $"ce n'est pas du YAML correct ({fault.Message.ReplaceLineEndings(" ")})");
        }
    }

    private static Dictionary<string, YamlNode> Parts(YamlNode root)
    {
        var parts = new Dictionary<string, YamlNode>();
        foreach (var (key, value) in Block.Entries(root, "le fichier"))
        {
            if (!Keys.Contains(key)) throw new FileFault(Block.LineOf(value), $"clé inconnue « {key} » ; sont possibles : {string.Join(", ", Keys)}");
            if (!Block.Absent(value)) parts.Add(key, value);
        }
        return parts;
    }

    private static Placed<string>? TextOrNull(Dictionary<string, YamlNode> parts, string key) => !parts.TryGetValue(key, out var node) ? null
        : node is YamlScalarNode { Value: { } value } ? new(value, Block.LineOf(node))
        : throw new FileFault(Block.LineOf(node), $"« {key} » : un texte est attendu");

    private static Placed<string> Needed(Dictionary<string, YamlNode> parts, string key) =>
        TextOrNull(parts, key) ?? throw new FileFault(1, $"il manque la clé « {key} »");

    private static IReadOnlyList<YamlNode> Items(Dictionary<string, YamlNode> parts, string key) => !parts.TryGetValue(key, out var node) ? []
        : node is YamlSequenceNode sequence ? [.. sequence.Children]
        : throw new FileFault(Block.LineOf(node), $"« {key} » : une liste est attendue");

    private static List<Role> People(Dictionary<string, YamlNode> parts, string prefecture)
    {
        var people = new List<Role>();
        if (!parts.TryGetValue("people", out var all)) return people;
        foreach (var (name, node) in Block.Entries(all, "« people »"))
        {
            var fields = Block.Of(node, $"la personne « {name} »");
            if (fields.Values["prefecture"] is null) fields.Values["prefecture"] = JsonValue.Create(prefecture);
            people.Add(new Role(name, Block.LineOf(node), fields));
        }
        return people;
    }
}
