namespace Anef.Accounts.Domain;

/// <summary>Something was tried that may not be tried often.</summary>
internal sealed class Attempt
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What was tried on whom, hashed: the table names nobody.</summary>
    public string Key { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
