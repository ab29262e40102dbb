using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Applications.HoldFile;

/// <summary>Nothing of a file is destroyed while somebody has to answer for it: an appeal, an investigation.</summary>
internal sealed class LegalHold
{
    public const int Longest = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    public Guid PersonId { get; init; }

    /// <summary><c>appeal</c>, <c>investigation</c>, <c>request</c>.</summary>
    public string Kind { get; init; } = "";

    public string Why { get; init; } = "";

    public Guid SetBy { get; init; }

    public string SetByName { get; init; } = "";

    public DateTimeOffset Since { get; init; }

    /// <summary>The day on which somebody asks whether it is still needed; it does not end by itself.</summary>
    public DateOnly ReviewOn { get; set; }

    public DateTimeOffset? LiftedAt { get; private set; }

    public string? LiftedByName { get; private set; }

    public long Version { get; private set; }

    public void Lift(string by, DateTimeOffset now) => (LiftedAt, LiftedByName) = (now, by);
}

internal sealed class LegalHoldMapping : IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<LegalHold> builder)
    {
        builder.ToTable("holds");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Kind).HasMaxLength(20);
        builder.Property(h => h.Why).HasMaxLength(LegalHold.Longest);
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => new { h.ApplicationId, h.LiftedAt });
        builder.HasIndex(h => new { h.PersonId, h.LiftedAt });
        builder.HasIndex(h => new { h.LiftedAt, h.ReviewOn });
    }
}
