namespace Anef.Attestations.Contracts;

/// <summary>What a made-up person was issued and missed, told to those who make their own rows of it.</summary>
/// <param name="Summary">How far they are covered on the last day.</param>
public sealed record CoverageStory(CoverageSummary Summary, IReadOnlyList<IssuedFacts> Issued, IReadOnlyList<GapFacts> Gaps);
