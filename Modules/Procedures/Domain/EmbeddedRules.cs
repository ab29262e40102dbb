using System.Reflection;
using System.Text.Json;

namespace Anef.Procedures.Domain;

/// <summary>The versions that the program is born with: files of <c>Data/</c>, named <c>{family}.v{number}.json</c>.</summary>
internal static class EmbeddedRules
{
    public static RuleBook Read()
    {
        var assembly = typeof(EmbeddedRules).Assembly;
        return new([.. assembly.GetManifestResourceNames().Where(IsRuleFile).Order(StringComparer.Ordinal).Select(name => Read(assembly, name))]);
    }

    private static bool IsRuleFile(string name) => name.EndsWith(".json", StringComparison.Ordinal) && RuleFamilies.Exists(FamilyOf(name));

    private static string FamilyOf(string name) => name[..name.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>The text of a version; null when the program was not born with it.</summary>
    public static string? TextOf(string family, int version)
    {
        var (assembly, name) = (typeof(EmbeddedRules).Assembly, $"{family}.v{version}.json");
        return assembly.GetManifestResourceNames().Contains(name) ? Text(assembly, name) : null;
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static RuleVersion Read(Assembly assembly, string name)
    {
        try { return RuleFamilies.Parse(FamilyOf(name), Text(assembly, name)); }
        catch (JsonException fault) { throw new InvalidOperationException($"Rules file {name}: {fault.Message}", fault); }
    }
}
