using Anef.SharedKernel.Languages;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Anef.Host.Languages;

/// <summary>Reads <c>config/languages/*.yaml</c>: one file a language, nested keys that become dotted.</summary>
internal static class LanguageFiles
{
    private const string First = "fr";

    /// <exception cref="FormatException">A file is not what it should be; the words name it.</exception>
    public static IReadOnlyList<Language> Read(string folder)
    {
        var french = new Language(First, Words(Path.Combine(folder, $"{First}.yaml")), null);
        return [french, .. Directory.GetFiles(folder, "*.yaml").Where(f => Path.GetFileNameWithoutExtension(f) != First).Order(StringComparer.Ordinal).Reverse()
            .Select(f => new Language(Path.GetFileNameWithoutExtension(f), Words(f), french))
            .OrderBy(l => int.TryParse(l.Find("language.order"), out var order) ? order : int.MaxValue)];
    }

    /// <summary>Dotted key → words.</summary>
    public static IReadOnlyDictionary<string, string> Words(string file)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var reader = new StreamReader(file);
            var yaml = new YamlStream();
            yaml.Load(reader);
            Collect(yaml.Documents[0].RootNode, "", words);
        }
        catch (YamlException fault)
        {
            throw new FormatException($"{Path.GetFileName(file)}, ligne {fault.Start.Line} : {fault.Message}", fault);
        }
        return words;
    }

    private static void Collect(YamlNode node, string key, Dictionary<string, string> words)
    {
        if (node is YamlMappingNode mapping)
            foreach (var (name, child) in mapping)
                Collect(child, key.Length == 0 ? $"{name}" : $"{key}.{name}", words);
        else if (node is YamlScalarNode { Value: { } value }) words[key] = value.TrimEnd('\n');
        else throw new FormatException($"« {key} » n'est pas un texte (ligne {node.Start.Line})");
    }
}
