namespace Anef.Applications.Domain;

/// <summary>A filing that failed for a technical reason: the evidence is ours to keep, not the person's to bring.</summary>
internal sealed class FailedAttempt
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; init; }

    public string Procedure { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public string Error { get; init; } = "";
}
