using Anef.Attestations.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Attestations.Persistence;

internal sealed class CoverageMapping : IEntityTypeConfiguration<PersonCoverage>, IEntityTypeConfiguration<Gap>
{
    public void Configure(EntityTypeBuilder<PersonCoverage> builder)
    {
        builder.ToTable("coverages");
        builder.HasKey(c => c.PersonId);
        builder.Property(c => c.PersonId).ValueGeneratedNever();
        builder.Property(c => c.Zone).HasMaxLength(40);
        builder.Property(c => c.IssuedBy).HasMaxLength(4);
        builder.Property(c => c.Version).IsConcurrencyToken();
        // The sweep finds its night's work here, however many people wait behind it.
        builder.HasIndex(c => new { c.Zone, c.DueOn, c.PersonId });
    }

    public void Configure(EntityTypeBuilder<Gap> builder)
    {
        builder.ToTable("gaps");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.HasIndex(g => new { g.PersonId, g.From }).IsUnique();
    }
}
