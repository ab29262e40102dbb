using Anef.Procedures.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Procedures.Persistence;

internal sealed class RuleActMapping : IEntityTypeConfiguration<RuleAct>
{
    public void Configure(EntityTypeBuilder<RuleAct> builder)
    {
        builder.ToTable("rule_acts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Family).HasMaxLength(40);
        builder.Property(a => a.Name).HasMaxLength(200);
        builder.Property(a => a.Detail).HasMaxLength(2000);
        builder.HasIndex(a => a.DraftId);
    }
}
