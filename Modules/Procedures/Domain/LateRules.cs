namespace Anef.Procedures.Domain;

/// <summary>What a renewal asked after its window costs, and until when it is one: art. L.436-5, R.431-8.</summary>
internal sealed record LateRules : RuleVersion
{
    public required string Article { get; init; }

    public required decimal Euros { get; init; }

    public required HashSet<string> Kinds { get; init; }

    public required IReadOnlyList<string> WaysOut { get; init; }

    /// <summary>After the end of the held document.</summary>
    public required Delay RenewalUntil { get; init; }

    public required string RenewalUntilArticle { get; init; }

    public required string KindAfterwards { get; init; }
}
