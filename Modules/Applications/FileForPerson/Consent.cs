using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Applications.FileForPerson;

/// <summary>A person agreed that an agent files for them.</summary>
internal sealed class Consent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; init; }

    public string Procedure { get; init; } = "";

    public Guid AccountId { get; init; }

    public string Agent { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary><c>signed</c>, <c>oral</c> or <c>mandate</c>.</summary>
    public string How { get; init; } = "";
}

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("consents");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.How).HasMaxLength(20);
        builder.HasIndex(c => new { c.PersonId, c.At });
    }
}
