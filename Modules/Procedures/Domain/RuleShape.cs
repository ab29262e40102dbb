using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Anef.Procedures.Domain;

/// <summary>Compares a text with the form of its family, key by key: every fault with its line, not only the first.</summary>
internal static class RuleShape
{
    private static readonly JsonReaderOptions Loose = new() { CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Unknown and missing keys, lists and objects where something else stands. Values themselves are judged by the parser.</summary>
    public static IEnumerable<TextFault> Faults(string family, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var faults = new List<TextFault>();
        var reader = new Utf8JsonReader(bytes, Loose);
        try
        {
            reader.Read();
            Look(ref reader, RuleFamilies.ShapeOf(family), "", bytes, faults);
        }
        catch (JsonException fault)
        {
            faults.Add(new((int)(fault.LineNumber ?? 0) + 1, $"ce n'est pas du JSON correct : {fault.Message}"));
        }
        return faults;
    }

    private static void Look(ref Utf8JsonReader reader, JsonTypeInfo shape, string path, byte[] text, List<TextFault> faults)
    {
        switch (shape.Kind)
        {
            case JsonTypeInfoKind.Object when Is(ref reader, JsonTokenType.StartObject, "un objet { … }", path, text, faults): Properties(ref reader, shape, path, text, faults); break;
            case JsonTypeInfoKind.Dictionary when Is(ref reader, JsonTokenType.StartObject, "un objet { … }", path, text, faults): Entries(ref reader, shape, path, text, faults); break;
            case JsonTypeInfoKind.Enumerable when Is(ref reader, JsonTokenType.StartArray, "une liste [ … ]", path, text, faults): Items(ref reader, shape, path, text, faults); break;
            default: reader.Skip(); break;
        }
    }

    private static bool Is(ref Utf8JsonReader reader, JsonTokenType expected, string words, string path, byte[] text, List<TextFault> faults)
    {
        if (reader.TokenType == expected) return true;
        if (reader.TokenType != JsonTokenType.Null) faults.Add(new(LineOf(text, reader.TokenStartIndex), $"« {path} » : {words} est attendu"));
        return false;
    }

    private static void Properties(ref Utf8JsonReader reader, JsonTypeInfo shape, string path, byte[] text, List<TextFault> faults)
    {
        var line = LineOf(text, reader.TokenStartIndex);
        var missing = shape.Properties.Where(p => p.IsRequired).Select(p => p.Name).ToHashSet();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, at) = (reader.GetString()!, LineOf(text, reader.TokenStartIndex));
            missing.Remove(name);
            var property = shape.Properties.FirstOrDefault(p => p.Name == name);
            reader.Read();
            if (property is null)
            {
                faults.Add(new(at, $"clé inconnue « {Join(path, name)} » ; sont possibles : {string.Join(", ", shape.Properties.Select(p => p.Name))}"));
                reader.Skip();
            }
            else Look(ref reader, RuleFamilies.ShapeOf(property.PropertyType), Join(path, name), text, faults);
        }
        if (missing.Count > 0) faults.Add(new(line, $"il manque « {string.Join(" », « ", missing.Select(m => Join(path, m)))} »"));
    }

    private static void Entries(ref Utf8JsonReader reader, JsonTypeInfo shape, string path, byte[] text, List<TextFault> faults)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            Look(ref reader, RuleFamilies.ShapeOf(shape.ElementType!), Join(path, name), text, faults);
        }
    }

    private static void Items(ref Utf8JsonReader reader, JsonTypeInfo shape, string path, byte[] text, List<TextFault> faults)
    {
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            Look(ref reader, RuleFamilies.ShapeOf(shape.ElementType!), $"{path}[{i}]", text, faults);
    }

    private static int LineOf(byte[] text, long position) => text.AsSpan(0, (int)position).Count((byte)'\n') + 1;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
