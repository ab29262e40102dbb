namespace Anef.PartnerOrganisations.Contracts;

/// <summary>What organisations wrote for a made-up person, told to those who make their own rows of it.</summary>
public sealed record SituationsStory(IReadOnlyList<PartnerCaseFacts> Situations);
