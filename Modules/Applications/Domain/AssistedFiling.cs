namespace Anef.Applications.Domain;

/// <summary>Who filed a request for the person, by which channel, and when the person agreed.</summary>
internal sealed class AssistedFiling
{
    /// <summary>The request.</summary>
    public Guid Id { get; init; }

    public Guid Account { get; init; }

    public string Name { get; init; } = "";

    public string Channel { get; init; } = "";

    public DateTimeOffset ConsentAt { get; init; }

    public DateTimeOffset FiledAt { get; init; }
}
