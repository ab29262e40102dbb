using Anef.Notifications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Notifications.Persistence;

internal sealed class PreferenceMapping : IEntityTypeConfiguration<Preference>
{
    public void Configure(EntityTypeBuilder<Preference> builder)
    {
        builder.ToTable("preferences");
        builder.HasKey(p => p.PersonId);
        builder.Property(p => p.PersonId).ValueGeneratedNever();
        builder.Property(p => p.Language).HasMaxLength(10);
        builder.Property(p => p.Phone).HasMaxLength(20);
        builder.Property(p => p.SafeEmail).HasMaxLength(320);
        builder.Property(p => p.SafeAddress).HasMaxLength(1000);
        builder.Property(p => p.Version).IsConcurrencyToken();
    }
}

internal sealed class AddressTroubleMapping : IEntityTypeConfiguration<AddressTrouble>
{
    public void Configure(EntityTypeBuilder<AddressTrouble> builder)
    {
        builder.ToTable("troubles");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Address).HasMaxLength(1000);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => t.PersonId);
    }
}

internal sealed class FailedDeliveryMapping : IEntityTypeConfiguration<FailedDelivery>
{
    public void Configure(EntityTypeBuilder<FailedDelivery> builder)
    {
        builder.ToTable("faileddeliveries");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Address).HasMaxLength(1000);
        builder.HasIndex(d => d.MessageId);
    }
}
