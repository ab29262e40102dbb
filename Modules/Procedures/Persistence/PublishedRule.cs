namespace Anef.Procedures.Persistence;

/// <summary>A version of a family of rules, published while the program was in service. Never changed, never removed.</summary>
internal sealed class PublishedRule
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Family { get; init; }

    public required int Version { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    /// <summary>JSON, of the same form as the files of <c>Data/</c>.</summary>
    public required string Body { get; init; }
}
