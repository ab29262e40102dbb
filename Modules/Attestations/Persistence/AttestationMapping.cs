using Anef.Attestations.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Attestations.Persistence;

internal sealed class AttestationMapping : IEntityTypeConfiguration<Attestation>, IEntityTypeConfiguration<Basis>
{
    public void Configure(EntityTypeBuilder<Attestation> builder)
    {
        builder.ToTable("issued");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Number).HasMaxLength(24);
        builder.Property(a => a.Token).HasMaxLength(2000);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.Number).IsUnique();
        // Whatever runs twice, a person has one document of a kind from a day.
        builder.HasIndex(a => new { a.PersonId, a.Kind, a.ValidFrom, a.ApplicationId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Basis> builder)
    {
        builder.ToTable("bases");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.HasIndex(b => b.PersonId);
    }
}
