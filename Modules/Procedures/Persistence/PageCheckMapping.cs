using Anef.Procedures.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Procedures.Persistence;

internal sealed class PageCheckMapping : IEntityTypeConfiguration<PageCheck>
{
    public void Configure(EntityTypeBuilder<PageCheck> builder)
    {
        builder.ToTable("page_checks");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Prefecture).HasMaxLength(3);
        builder.Property(c => c.Procedure).HasMaxLength(20);
        builder.Property(c => c.By).HasMaxLength(200);
        builder.HasIndex(c => new { c.Prefecture, c.Procedure });
    }
}
