using Anef.Procedures.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Procedures.Persistence;

internal sealed class RuleDraftMapping : IEntityTypeConfiguration<RuleDraft>
{
    public void Configure(EntityTypeBuilder<RuleDraft> builder)
    {
        builder.ToTable("rule_drafts");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Family).HasMaxLength(40);
        builder.Property(d => d.Body).HasMaxLength(-1);
        builder.Property(d => d.Writers).HasMaxLength(-1);
        builder.Property(d => d.WrittenBy).HasMaxLength(200);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Ignore(d => d.Stamp);
        builder.HasIndex(d => d.Family);
    }
}
