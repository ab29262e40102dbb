using Anef.Staffing.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Staffing.Persistence;

/// <summary>Who was at work, who was received, and in which team.</summary>
internal sealed class DeskMapping : IEntityTypeConfiguration<Presence>, IEntityTypeConfiguration<Contact>, IEntityTypeConfiguration<TeamSpell>, IEntityTypeConfiguration<LastHolder>
{
    public void Configure(EntityTypeBuilder<Presence> builder)
    {
        builder.ToTable("presences");
        builder.HasKey(p => new { p.AccountId, p.Day, p.Prefecture });
        builder.Property(p => p.Prefecture).HasMaxLength(4);
        // Holds all that is counted: the table itself is not read.
        builder.HasIndex(p => new { p.Prefecture, p.Day, p.AccountId });
    }

    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.ToTable("contacts");
        builder.HasKey(c => new { c.AccountId, c.Day, c.PersonId });
        builder.Property(c => c.Prefecture).HasMaxLength(4);
        builder.Property(c => c.Channel).HasMaxLength(10);
        builder.HasIndex(c => new { c.Prefecture, c.Channel, c.Day, c.PersonId });
    }

    public void Configure(EntityTypeBuilder<TeamSpell> builder)
    {
        builder.ToTable("team_spells");
        builder.HasKey(t => new { t.AccountId, t.Prefecture, t.FromDay });
        builder.Property(t => t.Prefecture).HasMaxLength(4);
        builder.Property(t => t.Team).HasMaxLength(60);
        builder.HasIndex(t => new { t.Prefecture, t.Team });
    }

    public void Configure(EntityTypeBuilder<LastHolder> builder)
    {
        builder.ToTable("last_holders");
        builder.HasKey(h => h.ApplicationId);
        builder.Property(h => h.ApplicationId).ValueGeneratedNever();
    }
}
