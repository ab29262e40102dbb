using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Procedures.Persistence;

internal sealed class PublishedRuleMapping : IEntityTypeConfiguration<PublishedRule>
{
    public void Configure(EntityTypeBuilder<PublishedRule> builder)
    {
        builder.ToTable("published_rules");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Family).HasMaxLength(40);
        builder.Property(r => r.PublishedBy).HasMaxLength(200);
        builder.Property(r => r.Body).HasMaxLength(-1);
        // Two who publish the same number at once: the database says no to the second.
        builder.HasIndex(r => new { r.Family, r.Version }).IsUnique();
    }
}
