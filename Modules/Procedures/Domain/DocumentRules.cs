namespace Anef.Procedures.Domain;

/// <summary>What the documents of the lists are called: art. R.431-10, R.431-11, annex 10.</summary>
internal sealed record DocumentRules : RuleVersion
{
    public required string Article { get; init; }

    /// <summary>A code that ends so may follow later: its absence never makes a request incomplete.</summary>
    public required string LaterSuffix { get; init; }

    public required IReadOnlyDictionary<string, string> Labels { get; init; }
}
