using Anef.Accounts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Accounts.Persistence;

internal sealed class AccountsMapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<ExternalSignIn>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.Grants).Ignore(a => a.IsAgent);
        builder.Property(a => a.Name).HasMaxLength(200);
        builder.Property(a => a.Language).HasMaxLength(10);
        builder.Property(a => a.Stamp).HasMaxLength(40);
        builder.Property(a => a.GrantList).HasColumnName("Grants").HasMaxLength(-1);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.EmailKey).IsUnique();
        builder.HasIndex(a => a.PersonKey).IsUnique();
        builder.Property(a => a.ForeignerNumber).HasMaxLength(40);
        builder.HasIndex(a => a.ForeignerNumber);
        builder.HasIndex(a => a.Name);
        builder.HasIndex(a => a.UsedAt);
    }

    public void Configure(EntityTypeBuilder<ExternalSignIn> builder)
    {
        builder.ToTable("externals");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Issuer).HasMaxLength(200);
        builder.Property(e => e.Subject).HasMaxLength(200);
        builder.HasIndex(e => new { e.Issuer, e.Subject }).IsUnique();
        builder.HasIndex(e => e.AccountId);
    }
}
