using Anef.Applications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Applications.Persistence;

internal sealed class DecisionDraftMapping : IEntityTypeConfiguration<DecisionDraft>
{
    public void Configure(EntityTypeBuilder<DecisionDraft> builder)
    {
        builder.ToTable("decisiondrafts");
        builder.HasKey(d => d.ApplicationId);
        builder.Property(d => d.ApplicationId).ValueGeneratedNever();
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Property(d => d.Reasons).AsJson();
        builder.Property(d => d.Text).HasMaxLength(-1);
        builder.Ignore(d => d.Paragraphs);
    }
}
