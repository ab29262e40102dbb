using Anef.Applications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Applications.Persistence;

internal sealed class FilesMapping : IEntityTypeConfiguration<StoredFile>, IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("files");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.MediaType).HasMaxLength(40);
        builder.Property(f => f.Document).HasMaxLength(60);
        builder.HasIndex(f => f.DraftId);
        builder.HasIndex(f => f.ApplicationId);
        builder.HasIndex(f => new { f.Check, f.Id });
    }

    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.ToTable("uploads");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Document).HasMaxLength(60);
        builder.HasIndex(u => u.ExpiresAt);
    }
}
