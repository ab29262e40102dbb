using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Applications.MeasureDelays;

/// <summary>How long the requests of one procedure took in one prefecture, as last measured.</summary>
internal sealed class DelayRow
{
    public string Procedure { get; init; } = "";

    public string Prefecture { get; init; } = "";

    public int P50 { get; set; }

    public int P80 { get; set; }

    public int Sample { get; set; }

    public DateOnly From { get; set; }

    public DateOnly To { get; set; }
}

internal sealed class DelayMapping : IEntityTypeConfiguration<DelayRow>
{
    public void Configure(EntityTypeBuilder<DelayRow> builder)
    {
        builder.ToTable("delays");
        builder.HasKey(d => new { d.Procedure, d.Prefecture });
        builder.Property(d => d.Procedure).HasMaxLength(20);
        builder.Property(d => d.Prefecture).HasMaxLength(4);
    }
}
