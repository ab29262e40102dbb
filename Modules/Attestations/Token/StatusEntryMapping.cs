using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Attestations.Token;

internal sealed class StatusEntryMapping : IEntityTypeConfiguration<StatusEntry>
{
    public void Configure(EntityTypeBuilder<StatusEntry> builder)
    {
        builder.ToTable("statuses");
        builder.HasKey(e => e.AttestationId);
        builder.Property(e => e.AttestationId).ValueGeneratedNever();
        builder.HasIndex(e => new { e.List, e.Place }).IsUnique();
    }
}
