using Anef.Staffing.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Staffing.Persistence;

internal sealed class PlanMapping : IEntityTypeConfiguration<SavedPlan>, IEntityTypeConfiguration<NeedWatch>
{
    public void Configure(EntityTypeBuilder<SavedPlan> builder)
    {
        builder.ToTable("plans");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Prefecture).HasMaxLength(4);
        builder.Property(p => p.Name).HasMaxLength(SavedPlan.LongestName);
        builder.HasIndex(p => new { p.Prefecture, p.MadeAt });
    }

    public void Configure(EntityTypeBuilder<NeedWatch> builder)
    {
        builder.ToTable("needs");
        builder.HasKey(n => n.Prefecture);
        builder.Property(n => n.Prefecture).HasMaxLength(4);
        builder.Ignore(n => n.IsShort);
        builder.Property(n => n.Version).IsConcurrencyToken();
    }
}
