namespace Anef.Attestations.Domain;

/// <summary>What will follow the documents that a person holds.</summary>
internal interface ICoverageOutlook
{
    /// <summary>Whether a successor will come as of right, without anybody asking: the answer that employers rely on.</summary>
    Task<bool> ChainGoesOn(Guid personId, CancellationToken ct);
}
