namespace Anef.Procedures.Domain;

/// <summary>Somebody has read a procedure's page and found it right. Never changed: the newest counts.</summary>
internal sealed class PageCheck
{
    /// <summary>A page that nobody has verified for longer is flagged.</summary>
    public const int GoodForDays = 90;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Department code; empty for the national page.</summary>
    public required string Prefecture { get; init; }

    public required string Procedure { get; init; }

    public required DateOnly On { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public Guid? Account { get; init; }

    public static bool IsStale(DateOnly? verifiedOn, DateOnly today) => verifiedOn is not { } day || day.AddDays(GoodForDays) < today;
}
