using Anef.SharedKernel.Persistence;
using Anef.Staffing.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Staffing.Persistence;

/// <summary>What is Staffing's own: people at work, and how they share it.</summary>
internal sealed class TeamMapping : IEntityTypeConfiguration<TeamMember>, IEntityTypeConfiguration<Absence>, IEntityTypeConfiguration<SavedFilter>, IEntityTypeConfiguration<RaisedTask>,
    IEntityTypeConfiguration<AidAgreement>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.ToTable("members");
        builder.HasKey(m => new { m.AccountId, m.Prefecture });
        builder.Property(m => m.Prefecture).HasMaxLength(4);
        builder.Property(m => m.Team).HasMaxLength(60);
        builder.Property(m => m.Procedures).AsJson(2000);
        builder.Property(m => m.Languages).AsJson(400);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.Prefecture);
    }

    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("absences");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Prefecture).HasMaxLength(4);
        builder.HasIndex(a => new { a.Prefecture, a.Until });
        builder.HasIndex(a => new { a.AccountId, a.Until });
    }

    public void Configure(EntityTypeBuilder<SavedFilter> builder)
    {
        builder.ToTable("filters");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Name).HasMaxLength(60);
        builder.HasIndex(f => new { f.AccountId, f.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RaisedTask> builder)
    {
        builder.ToTable("tasks");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Kind).HasMaxLength(60);
        builder.Property(t => t.Prefecture).HasMaxLength(4);
        builder.Property(t => t.Why).HasMaxLength(2000);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => t.ApplicationId);
        builder.HasIndex(t => new { t.Prefecture, t.DoneAt, t.RaisedAt });
        builder.HasIndex(t => new { t.PersonId, t.Kind });
    }

    public void Configure(EntityTypeBuilder<AidAgreement> builder)
    {
        builder.ToTable("aid");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Aided).HasMaxLength(4);
        builder.Property(a => a.Helper).HasMaxLength(4);
        builder.Property(a => a.Procedures).AsJson(2000);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => new { a.Helper, a.Until });
        builder.HasIndex(a => new { a.Aided, a.Until });
    }
}
