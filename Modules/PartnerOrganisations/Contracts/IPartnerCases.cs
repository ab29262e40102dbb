namespace Anef.PartnerOrganisations.Contracts;

/// <summary>What neighbours may ask of situations that organisations sent.</summary>
public interface IPartnerCases
{
    /// <summary>Situations after <paramref name="after"/>, in order of id: to rebuild a read model from nothing.</summary>
    Task<IReadOnlyList<PartnerCaseFacts>> After(Guid after, int take, CancellationToken ct);

    /// <summary>One; null when unknown.</summary>
    Task<PartnerCaseFacts?> Find(Guid caseId, CancellationToken ct);
}

/// <summary>A situation, to be counted.</summary>
/// <param name="Prefecture">Null while nobody knows which one it is.</param>
public sealed record PartnerCaseFacts(Guid CaseId, Guid? ApplicationId, string? Prefecture, DateTimeOffset OpenedAt, DateOnly DueOn, DateTimeOffset? AnsweredAt);
