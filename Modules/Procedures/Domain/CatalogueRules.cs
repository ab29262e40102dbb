using System.Text.Json.Serialization;

namespace Anef.Procedures.Domain;

/// <summary>The procedures that exist, each with the names of the rules that it follows.</summary>
internal sealed record CatalogueRules : RuleVersion
{
    private readonly IReadOnlyList<CatalogueEntry> _procedures = [];
    private Dictionary<string, CatalogueEntry> _byCode = [];
    private ILookup<string, CatalogueEntry> _renewers = Enumerable.Empty<CatalogueEntry>().ToLookup(e => e.Code);

    /// <summary>Documents that every procedure asks for, unless it says that only its own count.</summary>
    public required IReadOnlyList<string> CommonDocuments { get; init; }

    public required IReadOnlyList<CatalogueEntry> Procedures
    {
        get => _procedures;
        init
        {
            _procedures = value;
            _byCode = value.GroupBy(e => e.Code).ToDictionary(g => g.Key, g => g.First());
            _renewers = value.SelectMany(e => e.Renewed.Select(held => (held, e))).ToLookup(p => p.held, p => p.e);
        }
    }

    public CatalogueEntry? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Those that renew a permit issued under that code, in the catalogue's order.</summary>
    public IEnumerable<CatalogueEntry> RenewersOf(string code) => _renewers[code];
}

/// <summary>One procedure. Rules of the other families are named by their ids.</summary>
internal sealed record CatalogueEntry
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Articles { get; init; }

    public required IReadOnlyList<string> Kinds { get; init; }

    public required string Title { get; init; }

    /// <summary>The documents that it may end in: which one a person holds is told by how long it lasts.</summary>
    public required IReadOnlyList<TitleTerm> Titles { get; init; }

    /// <summary>Longest duration of what is asked for; 0 when it gives no permit.</summary>
    public required int Months { get; init; }

    public required string Window { get; init; }

    public required string Silence { get; init; }

    public IReadOnlyDictionary<string, string> SilenceByKind { get; init; } = new Dictionary<string, string>();

    /// <summary>The article that gives this procedure its delay, where the delay's own is too general.</summary>
    public string? SilenceArticle { get; init; }

    /// <summary>What the sources leave open, in French.</summary>
    public string? Doubt { get; init; }

    public required string Provisional { get; init; }

    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>When set, these are asked for and nothing else.</summary>
    public IReadOnlyList<string>? OnlyDocuments { get; init; }

    public required string Fee { get; init; }

    /// <summary>Codes of permits that it renews besides its own.</summary>
    public IReadOnlyList<string> Renews { get; init; } = [];

    public required Certainty Certainty { get; init; }

    [JsonIgnore]
    public IEnumerable<string> Renewed => Kinds.Contains("renewal") ? Renews.Prepend(Code).Distinct() : Renews;
}

/// <summary>A kind of document (<c>CST</c>, <c>CSP</c>, <c>CR</c> …) and its months.</summary>
internal sealed record TitleTerm(string Type, int Months);

/// <summary>How well the core facts of an entry are established.</summary>
internal enum Certainty
{
    Sourced,
    Partly,
    General,
    Probable,
}
