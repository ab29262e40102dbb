using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Anef.Procedures.Domain;

/// <summary>The families of rules by name, and how a version of each is read.</summary>
internal static class RuleFamilies
{
    private static readonly Dictionary<string, Type> Types = new()
    {
        ["catalogue"] = typeof(CatalogueRules),
        ["online"] = typeof(OnlineRules),
        ["windows"] = typeof(WindowRules),
        ["late"] = typeof(LateRules),
        ["silence"] = typeof(SilenceRules),
        ["work"] = typeof(WorkRules),
        ["provisional"] = typeof(ProvisionalRules),
        ["protection"] = typeof(ProtectionRules),
        ["legal-coverage"] = typeof(LegalCoverageRules),
        ["fees"] = typeof(FeeRules),
        ["documents"] = typeof(DocumentRules),
        ["guide"] = typeof(GuideRules),
        ["retention"] = typeof(RetentionRules),
        ["holidays"] = typeof(HolidayRules),
    };

    // Strict: a misspelt key in a rule of law must stop its publication, not be passed over.
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static IReadOnlyCollection<string> Names => Types.Keys;

    /// <summary>What a family is about, in French.</summary>
    public static string Title(string family) => family switch
    {
        "catalogue" => "Catalogue des démarches",
        "online" => "Démarches en ligne (annexe 9)",
        "windows" => "Délais de dépôt",
        "late" => "Retard",
        "silence" => "Silence et recours",
        "work" => "Droit au travail",
        "provisional" => "Documents provisoires",
        "protection" => "Protection internationale",
        "legal-coverage" => "Carte expirée (L. 433-3)",
        "fees" => "Taxes",
        "documents" => "Noms des pièces",
        "guide" => "Guide « Quelle démarche ? »",
        "retention" => "Conservation et destruction",
        "holidays" => "Jours fériés",
        _ => family,
    };

    public static bool Exists(string family) => Types.ContainsKey(family);

    public static string NameOf(RuleVersion version) => Types.First(t => t.Value == version.GetType()).Key;

    /// <summary>The form that a family's text must have.</summary>
    public static JsonTypeInfo ShapeOf(string family) => ShapeOf(Types[family]);

    public static JsonTypeInfo ShapeOf(Type type) => Strict.GetTypeInfo(type);

    /// <summary>Reads a version; throws <see cref="JsonException"/> naming the field that is missing, unknown or of the wrong form.</summary>
    public static RuleVersion Parse(string family, string json) =>
        (RuleVersion?)JsonSerializer.Deserialize(json, Types[family], Strict) ?? throw new JsonException("null");
}
