using Anef.Accounts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Accounts.Persistence;

internal sealed class SecretsMapping : IEntityTypeConfiguration<SignInCode>, IEntityTypeConfiguration<Attempt>, IEntityTypeConfiguration<JournalLine>, IEntityTypeConfiguration<StoredKey>
{
    public void Configure(EntityTypeBuilder<SignInCode> builder)
    {
        builder.ToTable("codes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Hash).HasMaxLength(100);
        builder.Property(c => c.Sealed).HasMaxLength(-1);
        builder.HasIndex(c => c.AccountId);
        builder.HasIndex(c => c.PersonId);
        builder.HasIndex(c => c.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.ToTable("attempts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Key).HasMaxLength(64);
        builder.HasIndex(a => new { a.Key, a.At });
        builder.HasIndex(a => a.At);
    }

    public void Configure(EntityTypeBuilder<JournalLine> builder)
    {
        builder.ToTable("journal");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => new { l.AccountId, l.At });
        builder.HasIndex(l => l.At);
    }

    public void Configure(EntityTypeBuilder<StoredKey> builder)
    {
        builder.ToTable("keys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Xml).HasMaxLength(-1);
    }
}
