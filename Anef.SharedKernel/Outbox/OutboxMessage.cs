namespace Anef.SharedKernel.Outbox;

/// <summary>A fact, written in the transaction of the change that it tells of, and kept as history.</summary>
public sealed class OutboxMessage
{
    /// <summary>Version 7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Order of publishing, over all modules of one host.</summary>
    public long Position { get; init; }

    /// <summary>Full name of the fact's type, without its assembly: a file may move, a name may not.</summary>
    public string Type { get; init; } = "";

    /// <summary>The fact as JSON.</summary>
    public string Body { get; init; } = "";

    /// <summary>When it happened.</summary>
    public DateTimeOffset OccurredAt { get; init; }
}

/// <summary>A fact still owed to one handler. Delivered, the row is gone: the table holds only what waits.</summary>
public sealed class OutboxDelivery
{
    /// <summary>Version 7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The fact.</summary>
    public Guid MessageId { get; init; }

    /// <summary>The fact's position: facts are carried in this order unless one has failed.</summary>
    public long Position { get; init; }

    /// <summary>Full name of the handler's type.</summary>
    public string Handler { get; init; } = "";

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Not to be tried before; moved ahead while a courier works on it, so that two do not.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Why the last attempt failed: type and message, shortened.</summary>
    public string? LastError { get; set; }
}
