using Anef.Applications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Applications.Persistence;

internal sealed class CorrectionMapping : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("corrections");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Field).HasMaxLength(20);
        builder.Property(c => c.Was).HasMaxLength(400);
        builder.Property(c => c.Asked).HasMaxLength(Correction.Longest);
        builder.Property(c => c.Why).HasMaxLength(Correction.LongestWhy);
        builder.Property(c => c.Reason).HasMaxLength(Correction.LongestWhy);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.PersonId);
        builder.HasIndex(c => new { c.AnsweredAt, c.DueOn });
    }
}
