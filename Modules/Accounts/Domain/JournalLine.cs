namespace Anef.Accounts.Domain;

/// <summary>Something that happened to an account, for its holder to see and for whoever must answer for it.</summary>
internal sealed class JournalLine
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public DateTimeOffset At { get; init; }

    public JournalKind What { get; init; }

    /// <summary>Account of whoever did it; null when it was the holder.</summary>
    public Guid? By { get; init; }

    public string? ByName { get; init; }

    /// <summary>The way in, or the role.</summary>
    public string? Detail { get; init; }
}

/// <summary>What can happen to an account. Written to the database by name.</summary>
internal enum JournalKind
{
    Opened,
    SignedIn,
    SignedOutEverywhere,
    Linked,
    IssuerAdded,
    AddressChanged,

    /// <summary>The account's own holder asked for a code on paper.</summary>
    CodePrepared,

    /// <summary>At a counter.</summary>
    AddressReplaced,

    /// <summary>At a counter.</summary>
    SheetPrinted,

    /// <summary>At a counter: every earlier way in is closed.</summary>
    LockedOut,

    RoleGranted,
    RoleRevoked,
}
