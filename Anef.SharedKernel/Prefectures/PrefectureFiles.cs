using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Anef.SharedKernel.Prefectures;

/// <summary>Reads prefectures from their folders: the common file, the prefecture's own over it, the overrides of a run over both.</summary>
public static class PrefectureFiles
{
    /// <summary>Name by which a fault calls the overrides.</summary>
    public const string Overrides = "settings";

    private const string FileName = "prefecture.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The fields that a file may hold, as written in it.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. Properties().Select(p => p.Name)];

    /// <summary>Every prefecture of a folder, in the order of its sub-folders' names.</summary>
    /// <param name="folder">Folder with <c>_common</c> and one sub-folder per prefecture.</param>
    /// <param name="overrides">Fields laid over every prefecture.</param>
    /// <exception cref="PrefectureFault">A file, or an override, says something that cannot be.</exception>
    public static IReadOnlyList<Prefecture> Load(string folder, JsonObject? overrides = null)
    {
        if (!Directory.Exists(folder)) throw new PrefectureFault(folder, null, "le dossier des préfectures n’existe pas.");
        var common = Read(folder, "_common") ?? new Layer($"_common/{FileName}", []);
        var last = overrides is null ? null : new Layer(Overrides, overrides);
        var found = new List<Prefecture>();
        var files = new Dictionary<string, string>();
        foreach (var name in Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d)).Where(n => n[0] is not ('_' or '.')).Order(StringComparer.Ordinal))
        {
            var own = Read(folder, name) ?? throw new PrefectureFault($"{name}/{FileName}", null, "ce fichier manque.");
            var prefecture = Merge(last is null ? [common, own] : [common, own, last]);
            if (!files.TryAdd(prefecture.Code, own.File))
                throw new PrefectureFault(own.File, "code", $"« {prefecture.Code} » est déjà pris par {files[prefecture.Code]}.");
            found.Add(prefecture);
        }

        return found;
    }

    private static Layer? Read(string folder, string name)
    {
        var path = Path.Combine(folder, name, FileName);
        var file = $"{name}/{FileName}";
        if (!File.Exists(path)) return null;
        try
        {
            var fields = JsonNode.Parse(File.ReadAllText(path), documentOptions: Strict) as JsonObject
                ?? throw new PrefectureFault(file, null, "un objet JSON est attendu.");
            fields.Remove("$schema");
            return new Layer(file, fields);
        }
        catch (JsonException fault)
        {
            throw new PrefectureFault(file, null, $"ce n’est pas du JSON correct (ligne {fault.LineNumber + 1} : {fault.Message})");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PrefectureFault(file, null, $"ce fichier ne peut pas être lu : {fault.Message}");
        }
    }

    private static Prefecture Merge(IReadOnlyList<Layer> layers)
    {
        var merged = new JsonObject();
        foreach (var layer in layers)
        {
            if (layer.Fields.FirstOrDefault(f => !Fields.Contains(f.Key)) is { Key: { } unknown })
                throw new PrefectureFault(layer.File, unknown, $"champ inconnu ; les champs possibles sont {string.Join(", ", Fields)}.");
            Lay(layer.Fields, merged);
        }

        if (Properties().FirstOrDefault(p => p.IsRequired && !merged.ContainsKey(p.Name)) is { } missing)
            throw new PrefectureFault(layers[1].File, missing.Name, "ce champ manque, ici comme dans le fichier commun.");
        try
        {
            var prefecture = merged.Deserialize<Prefecture>(Json)!;
            if (PrefectureChecks.FaultOf(prefecture) is var (field, expected)) throw new PrefectureFault(LastToSay(field), field, expected);
            return prefecture;
        }
        catch (JsonException fault)
        {
            var field = fault.Path is { Length: > 2 } path ? path[2..] : "?";
            throw new PrefectureFault(LastToSay(field), field, $"{PrefectureChecks.Expected(field)} est attendu, avec les seuls champs prévus par le schéma.");
        }

        string LastToSay(string field) => (layers.LastOrDefault(l => l.Fields.ContainsKey(PrefectureChecks.TopOf(field))) ?? layers[1]).File;
    }

    /// <summary>Objects are completed name by name; whatever else is replaced.</summary>
    private static void Lay(JsonObject upper, JsonObject onto)
    {
        foreach (var (name, value) in upper)
            if (value is JsonObject from && onto[name] is JsonObject into) Lay(from, into);
            else onto[name] = value?.DeepClone();
    }

    private static IEnumerable<JsonPropertyInfo> Properties() =>
        Json.GetTypeInfo(typeof(Prefecture)).Properties.Where(p => p.Set is not null);

    private sealed record Layer(string File, JsonObject Fields);
}
