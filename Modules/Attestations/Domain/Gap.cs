namespace Anef.Attestations.Domain;

/// <summary>Days, both inclusive, on which a person who was owed a document held nothing valid.</summary>
internal sealed class Gap
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; init; }

    public Guid ApplicationId { get; init; }

    public DateOnly From { get; init; }

    public DateOnly To { get; init; }
}
