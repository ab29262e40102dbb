using Anef.Procedures.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Procedures.Persistence;

internal sealed class LocalNoticeMapping : IEntityTypeConfiguration<LocalNotice>
{
    public void Configure(EntityTypeBuilder<LocalNotice> builder)
    {
        builder.ToTable("local_notices");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Prefecture).HasMaxLength(3);
        builder.Property(n => n.Procedure).HasMaxLength(20);
        builder.Property(n => n.Owner).HasMaxLength(200);
        builder.ComplexProperty(n => n.Words, words =>
        {
            words.Property(w => w.Text).HasMaxLength(NoticeWords.Longest);
            words.Property(w => w.Channel).HasMaxLength(NoticeWords.Longest);
        });
        builder.Property(n => n.Version).IsConcurrencyToken();
        builder.HasIndex(n => new { n.Prefecture, n.Procedure });
    }
}
