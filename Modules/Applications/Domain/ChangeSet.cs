namespace Anef.Applications.Domain;

/// <summary>Changes that a person prepares for a filed request and has not sent. One a request; sent or discarded, it is gone.</summary>
internal sealed class ChangeSet
{
    private ChangeSet() { }

    public Guid ApplicationId { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>Carried by the versions that it becomes.</summary>
    public Guid SetId { get; private init; } = Guid.CreateVersion7();

    public IReadOnlyDictionary<string, string> Answers { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<StagedDocument> Documents { get; private set; } = [];

    public DateTimeOffset ChangedAt { get; private set; }

    public long Version { get; private set; }

    public bool IsEmpty => Answers.Count == 0 && Documents.Count == 0;

    public static ChangeSet Open(PermitApplication application, Moment now)
    {
        application.EnsureOpen();
        return new() { ApplicationId = application.Id, PersonId = application.PersonId, ChangedAt = now.At };
    }

    /// <summary>Keeps what differs from the answers in force; what was put back is no change.</summary>
    public void Write(IReadOnlyDictionary<string, string> answers, IReadOnlyDictionary<string, string> inForce, Moment now)
    {
        var staged = new Dictionary<string, string>(Answers);
        foreach (var (field, written) in answers)
        {
            var answer = written.Trim();
            if (inForce.GetValueOrDefault(field, "") == answer) staged.Remove(field);
            else staged[field] = answer;
        }
        (Answers, ChangedAt) = (staged, now.At);
    }

    public void Attach(string code, StoredVersion file, Moment now) => (Documents, ChangedAt) = ([.. Documents, new(code, file)], now.At);

    public void Detach(Guid file, Moment now) => (Documents, ChangedAt) = ([.. Documents.Where(d => d.File.File != file)], now.At);
}

/// <summary>A file that waits to be sent.</summary>
internal sealed record StagedDocument(string Code, StoredVersion File);
