namespace Anef.Applications.Domain;

/// <summary>A message about a request, between the person and whoever instructs it.</summary>
internal sealed class FileMessage
{
    public const int Longest = 4000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    public Guid PersonId { get; init; }

    /// <summary>Else the person wrote it.</summary>
    public bool FromOfficer { get; init; }

    /// <summary>Who wrote it, as other officers see it; the person reads the name of the prefecture.</summary>
    public string Author { get; init; } = "";

    public Guid? AuthorAccount { get; init; }

    public string Text { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary>When the other side opened it.</summary>
    public DateTimeOffset? ReadAt { get; private set; }
}
