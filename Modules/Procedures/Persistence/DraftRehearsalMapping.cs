using Anef.Procedures.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Procedures.Persistence;

internal sealed class DraftRehearsalMapping : IEntityTypeConfiguration<DraftRehearsal>
{
    public void Configure(EntityTypeBuilder<DraftRehearsal> builder)
    {
        builder.ToTable("draft_rehearsals");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.TextStamp).HasMaxLength(32);
        builder.Property(r => r.RulesStamp).HasMaxLength(32);
        builder.Property(r => r.AskedBy).HasMaxLength(200);
        builder.Property(r => r.Fault).HasMaxLength(-1);
        builder.Property(r => r.ResultsText).HasMaxLength(-1);
        builder.Property(r => r.ReasonsText).HasMaxLength(-1);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.Results).Ignore(r => r.Reasons);
        builder.HasIndex(r => r.DraftId);
        builder.HasIndex(r => r.State);
    }
}
