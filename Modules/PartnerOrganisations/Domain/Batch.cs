namespace Anef.PartnerOrganisations.Domain;

/// <summary>What an organisation sent at once, by whichever way.</summary>
internal sealed class Batch
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OrganisationId { get; init; }

    /// <summary><c>mail</c>, <c>web</c>, <c>api</c>.</summary>
    public required string Channel { get; init; }

    public Guid MailId { get; init; }

    /// <summary>Who sent it: an address, or the name of a member or of a key.</summary>
    public required string Sender { get; init; }

    public string Subject { get; init; } = "";

    public DateTimeOffset ReceivedAt { get; init; }

    public BatchState State { get; set; }

    /// <summary>How many lines it has; null while it is being read.</summary>
    public int? Lines { get; set; }

    /// <summary>How many have their outcome.</summary>
    public int Settled { get; set; }

    /// <summary>Why nothing of it could be read, in French.</summary>
    public string? Fault { get; set; }

    public DateTimeOffset? AcknowledgedAt { get; set; }

    /// <summary>A host has it in hand until then; one that died leaves it to another.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    public long Version { get; private set; }
}

/// <summary>How far a batch is. Written to the database by name.</summary>
internal enum BatchState
{
    Received,

    /// <summary>Its lines are stored.</summary>
    Read,

    /// <summary>Every line has its outcome, and the acknowledgement is written.</summary>
    Done,
}

/// <summary>One line of a batch, as it came and what became of it.</summary>
internal sealed class BatchLine
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid BatchId { get; init; }

    /// <summary>As the sender numbered it, else its place.</summary>
    public int Number { get; init; }

    /// <summary>What was read, as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>The same for the same content.</summary>
    public required string Hash { get; init; }

    public Guid? CaseId { get; set; }

    /// <summary>Null while it waits for its turn.</summary>
    public LineStatus? Status { get; set; }

    /// <summary>Code of why.</summary>
    public string? Reason { get; set; }

    /// <summary>Why, where the words are not those of the code alone.</summary>
    public string? Words { get; set; }

    /// <summary>Same as before, or a correction of it, or new.</summary>
    public Repeat Repeat { get; set; }

    public long Version { get; private set; }
}

/// <summary>What a line is to those before it. Written to the database by name.</summary>
internal enum Repeat
{
    New,
    Same,
    Correction,
}

/// <summary>What became of a line. Written to the database by name.</summary>
internal enum LineStatus
{
    /// <summary>Somebody has to see who or what it is about.</summary>
    Received,

    /// <summary>The person is known; nothing has to be done by anybody.</summary>
    Identified,

    /// <summary>Something is missing, and is asked for.</summary>
    NeedsInformation,

    /// <summary>No mandate of that person: nothing is done and nothing is said of them.</summary>
    RefusedNoMandate,

    /// <summary>The prefecture in charge has it, with a day to answer.</summary>
    Routed,

    /// <summary>It is answered.</summary>
    Answered,
}
