using Anef.Feedback.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Feedback.Persistence;

internal sealed class OpinionMapping : IEntityTypeConfiguration<Opinion>
{
    public void Configure(EntityTypeBuilder<Opinion> builder)
    {
        builder.ToTable("opinions");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Step).HasMaxLength(20);
        builder.Property(o => o.Procedure).HasMaxLength(20);
        builder.Property(o => o.Prefecture).HasMaxLength(10);
        builder.Property(o => o.Language).HasMaxLength(10);
        builder.Property(o => o.Text).HasMaxLength(Opinion.LongestText);
        builder.Property(o => o.Answer).HasMaxLength(Opinion.LongestText);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => o.At);
        builder.HasIndex(o => new { o.Prefecture, o.At });
    }
}

internal sealed class TroubleMapping : IEntityTypeConfiguration<Trouble>
{
    public void Configure(EntityTypeBuilder<Trouble> builder)
    {
        builder.ToTable("troubles");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Code).HasMaxLength(20);
        builder.HasIndex(t => t.OpinionId);
        builder.HasIndex(t => new { t.At, t.Code });
    }
}
