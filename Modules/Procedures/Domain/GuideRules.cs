namespace Anef.Procedures.Domain;

/// <summary>From the document held and the situation to the procedures that are possible.</summary>
internal sealed record GuideRules : RuleVersion
{
    /// <summary>First question: documents by family, so that nobody reads forty lines.</summary>
    public required IReadOnlyList<GuideGroup> Groups { get; init; }

    public required IReadOnlyList<GuideDocument> Documents { get; init; }

    public required IReadOnlyList<GuideSituation> Situations { get; init; }

    /// <summary>All that match are answered together, in this order.</summary>
    public required IReadOnlyList<GuideRule> Answers { get; init; }

    /// <summary>What is asked instead of a renewal that has become a first request: art. R.431-8.</summary>
    public required IReadOnlyDictionary<string, string> AfterSixMonths { get; init; }

    public GuideGroup? Group(string? id) => Groups.FirstOrDefault(g => g.Id == id);

    public GuideDocument? Document(string? id) => Documents.FirstOrDefault(d => d.Id == id);

    public GuideSituation? Situation(string? id) => Situations.FirstOrDefault(s => s.Id == id);

    /// <summary>The situations that make sense for a family of documents.</summary>
    public IEnumerable<GuideSituation> SituationsOf(string group) => Situations.Where(s => s.Fits(group));
}

/// <summary>A family of documents.</summary>
internal sealed record GuideGroup(string Id, IReadOnlyList<string> Documents);

/// <summary>A document that a person may hold.</summary>
internal sealed record GuideDocument
{
    public required string Id { get; init; }

    /// <summary>Catalogue code under which it was issued; null when it is no permit.</summary>
    public string? Permit { get; init; }

    /// <summary>Whether its last day is asked for.</summary>
    public bool Dated { get; init; } = true;
}

/// <summary>What has changed in a person's life, or has not.</summary>
internal sealed record GuideSituation
{
    public required string Id { get; init; }

    /// <summary>Families of documents that it is offered to; null: all.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Families that it is not offered to.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>The date from which the delay counts: <c>entered</c>, <c>born</c>, <c>moved</c>.</summary>
    public string? Asks { get; init; }

    public bool Fits(string group) => (Groups is null || Groups.Contains(group)) && !Except.Contains(group);
}

/// <summary>What may be asked in a situation.</summary>
internal sealed record GuideRule
{
    public const string Any = "*";

    public required string Situation { get; init; }

    /// <summary>Documents that it holds for; null: all.</summary>
    public IReadOnlyList<string>? Documents { get; init; }

    public IReadOnlyList<string> ExceptDocuments { get; init; } = [];

    /// <summary>Whatever renews the document held.</summary>
    public bool Renews { get; init; }

    /// <summary>Why, for renewals.</summary>
    public string? Why { get; init; }

    /// <summary>A way of its own to ask the same thing.</summary>
    public string? Variant { get; init; }

    public IReadOnlyList<GuideSuggestion> Suggests { get; init; } = [];

    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>Nothing can be told from here: a person answers.</summary>
    public bool Talk { get; init; }

    public bool Fits(string document, string situation) =>
        (Situation == Any || Situation == situation) && (Documents is null || Documents.Contains(document)) && !ExceptDocuments.Contains(document);
}

/// <summary>One procedure that may be asked.</summary>
/// <param name="Kind">Null: as the catalogue and the document held say.</param>
internal sealed record GuideSuggestion(string Procedure, string Why, string? Kind = null, string? Variant = null);
