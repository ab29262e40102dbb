namespace Anef.Applications.Contracts;

/// <summary>What may be done for a person by somebody who acts for them. Whether they may is the caller's to know.</summary>
/// <remarks>An act has an id of its caller's: asked for again under the same one, it is not done again and the same is answered.</remarks>
public interface IActsForOthers
{
    /// <summary>People by a number of theirs and their birth date, many at once. Who is not in the answer is not known, whatever it is that does not agree.</summary>
    Task<IReadOnlyDictionary<Sought, PersonSought>> Find(IReadOnlyCollection<Sought> sought, CancellationToken ct);

    /// <summary>Files a request in the person's name; too early, it is kept as a draft.</summary>
    /// <exception cref="SharedKernel.Rules.RuleBroken">The law says no; its words say why.</exception>
    Task<FiledForOther> File(Guid act, Guid person, FileForOther request, CancellationToken ct);

    /// <summary>Keeps a document of a request, looked at like any other that is sent.</summary>
    /// <exception cref="SharedKernel.Rules.RuleBroken">It cannot be accepted; its words say why.</exception>
    Task Attach(Guid act, Guid application, string document, string name, byte[] content, CancellationToken ct);

    /// <summary>Same file, other ground: the filing date stays.</summary>
    /// <exception cref="SharedKernel.Rules.RuleBroken">The law says no; its words say why.</exception>
    Task ChangeGround(Guid act, Guid application, string? procedure, string? ground, CancellationToken ct);

    /// <summary>Nothing leaves for the person's known addresses from now on.</summary>
    Task ProtectContact(Guid person, CancellationToken ct);
}

/// <summary>Who is looked for: by one number or both, which must then agree.</summary>
/// <param name="ForeignerNumber">As it is written: spaces do not matter.</param>
/// <param name="ApplicationNumber">Of any request of theirs.</param>
/// <param name="Born">Birth date.</param>
public sealed record Sought(string? ForeignerNumber, string? ApplicationNumber, DateOnly Born);

/// <summary>Somebody who was found, and what tells how urgent it is.</summary>
public sealed record PersonSought
{
    /// <summary>Id.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Surname and first names.</summary>
    public required string Name { get; init; }

    /// <summary>Department where the person lives.</summary>
    public required string Prefecture { get; init; }

    /// <summary>Nothing may leave for the known addresses.</summary>
    public bool SafeContact { get; init; }

    /// <summary><c>refugee</c>, <c>subsidiary</c>, <c>stateless</c>, or null.</summary>
    public string? Protection { get; init; }

    /// <summary>Last day of the document held.</summary>
    public DateOnly? HeldUntil { get; init; }

    /// <summary>Filed requests, the newest first.</summary>
    public IReadOnlyList<RequestSought> Requests { get; init; } = [];
}

/// <summary>A filed request of somebody who was found.</summary>
/// <param name="Open">Nothing has been notified and nothing has ended it.</param>
/// <param name="InTime">It is covered like a request filed in its window.</param>
/// <param name="Victim">Its ground is one of those that protect victims.</param>
/// <param name="CoveredUntil">Last day of coverage by the expired card; null when the law gives none.</param>
/// <param name="Awaited">Codes of its documents that have not come.</param>
public sealed record RequestSought(Guid ApplicationId, string Number, string Procedure, string Prefecture, bool Open, bool InTime, bool Victim, DateOnly? CoveredUntil, IReadOnlyList<string> Awaited);

/// <summary>What is filed for somebody.</summary>
/// <param name="Procedure">Catalogue code.</param>
/// <param name="Kind">Null for what the law makes of it.</param>
/// <param name="Missing">Codes of documents that are not there yet; null for all of them.</param>
/// <param name="ReceivedOn">The day on which it came: it counts.</param>
public sealed record FileForOther(string Procedure, string? Kind, IReadOnlyList<string>? Missing, DateOnly? ReceivedOn);

/// <summary>What came of it.</summary>
/// <param name="OpensOn">Too early: a draft is kept, and can be filed from that day on.</param>
public sealed record FiledForOther(Guid ApplicationId, string Number, DateOnly? OpensOn);
