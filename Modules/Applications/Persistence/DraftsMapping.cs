using Anef.Applications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Applications.Persistence;

internal sealed class DraftsMapping : IEntityTypeConfiguration<FilingDraft>, IEntityTypeConfiguration<AssistedFiling>
{
    public void Configure(EntityTypeBuilder<FilingDraft> builder)
    {
        builder.ToTable("drafts");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Ignore(d => d.IsFiled);
        builder.Property(d => d.Answers).AsJson();
        builder.Property(d => d.Saves).AsJson();
        builder.Property(d => d.Assistance).AsJson();
        builder.Property(d => d.Attempts).AsJson();
        builder.Property(d => d.Told).AsJson();
        builder.Property(d => d.Procedure).HasMaxLength(40);
        builder.Property(d => d.Kind).HasMaxLength(40);
        builder.Property(d => d.Step).HasMaxLength(40);
        builder.HasIndex(d => d.Account);
        builder.HasIndex(d => d.PersonId);
        builder.HasIndex(d => d.ApplicationId);
        builder.HasIndex(d => d.UpdatedAt);
    }

    public void Configure(EntityTypeBuilder<AssistedFiling> builder)
    {
        builder.ToTable("assistedfilings");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Channel).HasMaxLength(40);
    }
}
