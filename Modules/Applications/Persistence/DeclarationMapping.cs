using Anef.Applications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Applications.Persistence;

internal sealed class DeclarationMapping : IEntityTypeConfiguration<Declaration>
{
    public void Configure(EntityTypeBuilder<Declaration> builder)
    {
        builder.ToTable("declarations");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Kind).HasMaxLength(40);
        builder.Property(d => d.Permit).AsJson();
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => d.PersonId);
    }
}
