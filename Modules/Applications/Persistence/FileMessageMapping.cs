using Anef.Applications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Applications.Persistence;

internal sealed class FileMessageMapping : IEntityTypeConfiguration<FileMessage>
{
    public void Configure(EntityTypeBuilder<FileMessage> builder)
    {
        builder.ToTable("messages");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Text).HasMaxLength(-1);
        builder.HasIndex(m => new { m.ApplicationId, m.At });
        // What a person has not read, over all requests.
        builder.HasIndex(m => new { m.PersonId, m.ReadAt });
    }
}
