using Anef.SharedKernel.Security;

namespace Anef.Applications.Contracts;

/// <summary>What organisations may know of the people who let them act. Whether a person did is for the caller to know; that they read is written down here.</summary>
public interface IPartnerReading
{
    /// <summary>The person of a foreigner number or of a request's number, where the birth date is theirs; null otherwise, whatever it is that does not agree.</summary>
    Task<PersonFound?> Identify(string number, DateOnly born, CancellationToken ct);

    /// <summary>Names, for lists and searches.</summary>
    Task<IReadOnlyDictionary<Guid, PersonName>> Names(IReadOnlyCollection<Guid> people, CancellationToken ct);

    /// <summary>Where a person's requests stand. The person sees that it was read, and by whom.</summary>
    /// <param name="procedures">Catalogue codes; none stands for every one.</param>
    Task<IReadOnlyList<MandatedRequest>> Read(Visitor reader, string signature, Guid personId, IReadOnlyList<string> procedures, CancellationToken ct);

    /// <summary>Those of them of whom this agent must know nothing: they have a restricted file that is not theirs to open.</summary>
    Task<IReadOnlySet<Guid>> HiddenFrom(Visitor agent, IReadOnlyCollection<Guid> people, CancellationToken ct);
}

/// <summary>A person in a list.</summary>
/// <param name="Prefecture">Where they live.</param>
public sealed record PersonName(Guid PersonId, string Surname, string FirstNames, string Prefecture);

/// <summary>A request as an organisation with a mandate sees it.</summary>
/// <param name="Status">As the rehearsal format writes it.</param>
/// <param name="Missing">Documents that are awaited from the person, by name.</param>
/// <param name="NextName">What the next day is: <c>documentsDue</c>, <c>implicitRefusalOn</c> …</param>
/// <param name="CoveredUntil">Last day of the attestations in force; null when there is none, or when the last is open.</param>
public sealed record MandatedRequest(Guid ApplicationId, string Number, string ProcedureName, string Status, IReadOnlyList<string> Missing, string? NextName, DateOnly? NextOn, DateOnly? CoveredUntil);
