namespace Anef.Applications.Contracts;

/// <summary>Whom the neighbours must keep what they know of, whatever its age.</summary>
public interface IKeeping
{
    /// <summary>Those of them who have a request under way, or one under a legal hold.</summary>
    Task<IReadOnlySet<Guid>> PeopleToKeep(IReadOnlyCollection<Guid> people, CancellationToken ct);
}
