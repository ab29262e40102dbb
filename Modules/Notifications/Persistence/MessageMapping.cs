using Anef.Notifications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Notifications.Persistence;

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Template).HasMaxLength(40);
        builder.Property(m => m.Language).HasMaxLength(10);
        builder.Property(m => m.Prefecture).HasMaxLength(10);
        builder.Property(m => m.Number).HasMaxLength(40);
        builder.Property(m => m.Address).HasMaxLength(1000);
        builder.Property(m => m.Subject).HasMaxLength(100);
        builder.Property(m => m.Words).HasMaxLength(40);
        builder.Property(m => m.Facts).HasMaxLength(-1);
        builder.Property(m => m.Envelope).HasMaxLength(-1);
        builder.Property(m => m.Text).HasMaxLength(-1);
        builder.Property(m => m.Html).HasMaxLength(-1);
        builder.Property(m => m.Enclosure).HasMaxLength(40);
        builder.Property(m => m.IntentKey).HasMaxLength(64);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.IntentKey).IsUnique();
        builder.HasIndex(m => new { m.State, m.DueAt });
        // The age of the oldest unsent one, without reading the others.
        builder.HasIndex(m => new { m.State, m.CreatedAt });
        builder.HasIndex(m => new { m.PersonId, m.CreatedAt });
        builder.HasIndex(m => m.ApplicationId);
    }
}
