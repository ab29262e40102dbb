namespace Anef.Applications.Domain;

/// <summary>A file that was received, kept under a key of its own.</summary>
internal sealed class StoredFile
{
    /// <summary>Also its name on the disk, which says nothing of what is in it.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose session sent it; null when a program did.</summary>
    public Guid? Account { get; init; }

    /// <summary>The draft that it was sent for, if any.</summary>
    public Guid? DraftId { get; set; }

    /// <summary>The request that it is a document of, once it is.</summary>
    public Guid? ApplicationId { get; set; }

    /// <summary>Code of the document that it is, or is part of.</summary>
    public string? Document { get; set; }

    /// <summary>As the person calls it.</summary>
    public string Name { get; init; } = "";

    public string MediaType { get; set; } = "";

    public long Size { get; set; }

    public DateTimeOffset At { get; init; }

    /// <summary>Its key, wrapped under the ring of keys that rotates.</summary>
    public string WrappedKey { get; set; } = "";

    public FileCheck Check { get; set; } = FileCheck.Waiting;

    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>What was found in it.</summary>
    public string? Finding { get; set; }

    /// <summary>Nothing of it can be read from the moment that this is saved.</summary>
    public void Condemn() => (WrappedKey, Check) = ("", FileCheck.Condemned);

    /// <summary>The same for what belongs to nothing any more: once the content is gone, so is the row.</summary>
    public void Forsake()
    {
        (ApplicationId, DraftId) = (null, null);
        Condemn();
    }

    public StoredVersion AsVersion() => new(Id, MediaType, Size, At);
}

/// <summary>Whether a file was looked at for viruses.</summary>
internal enum FileCheck
{
    /// <summary>Kept aside until the scanner answers again.</summary>
    Waiting,

    /// <summary>Nothing was found.</summary>
    Clean,

    /// <summary>This installation has no scanner.</summary>
    NotAsked,

    /// <summary>Something was found: the content was destroyed.</summary>
    Infected,

    /// <summary>Its key is gone, so that nobody can read it any more; the content has still to be taken off the disk.</summary>
    Condemned,

    /// <summary>Kept long enough: name, type and days stay, the content does not.</summary>
    Destroyed,
}
