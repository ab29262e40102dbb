using Anef.Staffing.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Staffing.Persistence;

internal sealed class WeightsMapping : IEntityTypeConfiguration<Weights>
{
    public void Configure(EntityTypeBuilder<Weights> builder)
    {
        builder.ToTable("weights");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Why).HasMaxLength(2000);
        builder.HasIndex(w => w.From);
    }
}
