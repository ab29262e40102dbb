namespace Anef.PartnerOrganisations.Domain;

/// <summary>A code was sent to a person so that they give it to an organisation, or nobody was found and it answers like any other.</summary>
internal sealed class MandateCode
{
    public const int MaxTries = 5;
    public static readonly TimeSpan Life = TimeSpan.FromHours(48);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OrganisationId { get; init; }

    /// <summary>Name of the member who asked.</summary>
    public required string AskedBy { get; init; }

    /// <summary>Null when nobody was found or nobody may be written to.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The same for the same number and birth date, whether they are somebody's or not.</summary>
    public required string Subject { get; init; }

    public required string Hash { get; init; }

    public IReadOnlyList<string> Procedures { get; init; } = [];

    /// <summary>Last day of the mandate.</summary>
    public DateOnly Until { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public int Tries { get; init; }

    public DateTimeOffset? UsedAt { get; init; }
}
