using Anef.PartnerOrganisations.Domain;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.PartnerOrganisations.Persistence;

internal sealed class MandateCodeMapping : IEntityTypeConfiguration<MandateCode>
{
    public void Configure(EntityTypeBuilder<MandateCode> builder)
    {
        builder.ToTable("mandatecodes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Subject).HasMaxLength(64);
        builder.Property(c => c.Procedures).AsJson(2000);
        builder.HasIndex(c => new { c.Subject, c.CreatedAt });
        builder.HasIndex(c => new { c.OrganisationId, c.CreatedAt });
    }
}

internal sealed class MandateProposalMapping : IEntityTypeConfiguration<MandateProposal>
{
    public void Configure(EntityTypeBuilder<MandateProposal> builder)
    {
        builder.ToTable("proposals");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Procedures).AsJson(2000);
        builder.Property(p => p.Prefecture).HasMaxLength(10);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => new { p.SettledAt, p.Prefecture });
        builder.HasIndex(p => new { p.OrganisationId, p.ProposedAt });
    }
}

internal sealed class ApiKeyMapping : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("keys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.ClientId).HasMaxLength(60);
        builder.Property(k => k.SecretHash).HasMaxLength(64);
        builder.Property(k => k.Networks).AsJson(2000);
        builder.Property(k => k.Procedures).AsJson(2000);
        builder.Property(k => k.Version).IsConcurrencyToken();
        builder.HasIndex(k => k.ClientId).IsUnique();
        builder.HasIndex(k => k.OrganisationId);
    }
}
