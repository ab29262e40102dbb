namespace Anef.Notifications.Domain;

/// <summary>Why an address is no longer written to. Written to the database by name.</summary>
internal enum TroubleCause
{
    /// <summary>The server or the gateway knows no such address.</summary>
    Refused,

    /// <summary>It came back.</summary>
    Bounced,

    /// <summary>Whoever reads there does not want it.</summary>
    Complained,
}

/// <summary>An address that does not reach the person: it is not used again until they say that it works, or change it.</summary>
internal sealed class AddressTrouble
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; init; }

    public Channel Channel { get; init; }

    public string Address { get; init; } = "";

    public TroubleCause Cause { get; init; }

    public DateTimeOffset Since { get; init; }

    public DateTimeOffset? ClearedAt { get; private set; }

    public long Version { get; private set; }

    public bool Is(Channel channel, string? address) => Channel == channel && string.Equals(Address, address, StringComparison.OrdinalIgnoreCase);

    public void Clear(DateTimeOffset now) => ClearedAt ??= now;
}

/// <summary>A way that a message took without arriving: kept as a proof of what was tried.</summary>
internal sealed class FailedDelivery
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid MessageId { get; init; }

    public Channel Channel { get; init; }

    public string? Address { get; init; }

    /// <summary>Null when it never left.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset FailedAt { get; init; }

    /// <summary>What the server or the gateway said.</summary>
    public string Why { get; init; } = "";
}
