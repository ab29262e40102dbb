namespace Anef.Applications.Domain;

/// <summary>A file on its way. It goes on where the connection was lost, from the same session or another one of the same account.</summary>
internal sealed class Upload
{
    /// <summary>Hours that an upload may take [D].</summary>
    public const int LivesHours = 24;

    /// <summary>Also that of the file that it becomes.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid Account { get; init; }

    /// <summary>The draft that it is for; null when another page will say what it is for.</summary>
    public Guid? DraftId { get; init; }

    public string? Document { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Bytes that are to come in all.</summary>
    public long Length { get; init; }

    public string WrappedKey { get; set; } = "";

    public DateTimeOffset At { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>All of it came, and was taken in.</summary>
    public bool Done { get; set; }

    public StoredFile AsFile() => new() { Id = Id, Account = Account, DraftId = DraftId, Document = Document, Name = Name, At = At, WrappedKey = WrappedKey };
}
