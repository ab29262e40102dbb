using Anef.Staffing.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Staffing.Persistence;

/// <summary>The read model: fed by facts of other modules, and made anew from nothing by <c>rebuild-workload</c>.</summary>
internal sealed class WorkloadMapping : IEntityTypeConfiguration<WorkFile>, IEntityTypeConfiguration<Stay>, IEntityTypeConfiguration<CountedAttestation>, IEntityTypeConfiguration<CountedGap>,
    IEntityTypeConfiguration<HeldPermit>, IEntityTypeConfiguration<PartnerDeadline>
{
    public void Configure(EntityTypeBuilder<WorkFile> builder)
    {
        builder.ToTable("files");
        builder.Property(f => f.Id).ValueGeneratedNever();
        Place(builder.Property(f => f.Prefecture), builder.Property(f => f.Procedure));
        builder.Property(f => f.Number).HasMaxLength(24);
        builder.Property(f => f.Zone).HasMaxLength(40);
        builder.Property(f => f.Kind).HasMaxLength(20);
        builder.Property(f => f.Channel).HasMaxLength(20);
        builder.Property(f => f.Language).HasMaxLength(10);
        builder.Property(f => f.OfferedTo).HasMaxLength(4);
        builder.Property(f => f.Step).HasMaxLength(20);
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasIndex(f => f.PersonId);
        // The list of a prefecture, in its order, is a walk along this index; what queues choose by stands behind the order, so that a rare queue reads no rows but its own.
        builder.HasIndex(f => new { f.Prefecture, f.Open, f.OnTop, f.Score, f.FiledAt, f.Id, f.Step, f.Restricted, f.TransferredIn, f.Tasks, f.PartnerCases, f.AssignedTo, f.LegalDay })
            .IsDescending(false, false, true, true, false, false, false, false, false, false, false, false, false).HasDatabaseName("IX_staffing_files_list");
        builder.HasIndex(f => new { f.AssignedTo, f.Open });
        builder.HasIndex(f => new { f.Zone, f.Open, f.ScoredDay });
    }

    public void Configure(EntityTypeBuilder<Stay> builder)
    {
        builder.ToTable("stays");
        builder.HasKey(s => new { s.ApplicationId, s.Sequence });
        Place(builder.Property(s => s.Prefecture), builder.Property(s => s.Procedure));
        builder.Property(s => s.Kind).HasMaxLength(20);
        builder.Property(s => s.Channel).HasMaxLength(20);
        builder.Property(s => s.FromBy).HasMaxLength(20);
        builder.Property(s => s.UntilBy).HasMaxLength(20);
        builder.HasIndex(s => new { s.Prefecture, s.FromDay });
        // Holds all that the stock of a day is counted from: the table itself is not read, however long its history.
        builder.HasIndex(s => new { s.Prefecture, s.UntilDay, s.FromDay, s.Procedure, s.FiledDay, s.Restricted }).HasDatabaseName("IX_staffing_stays_stock");
        builder.HasIndex(s => new { s.Prefecture, s.CompleteDay });
        builder.HasIndex(s => new { s.Prefecture, s.SilenceDay });
    }

    public void Configure(EntityTypeBuilder<CountedAttestation> builder)
    {
        builder.ToTable("attestations");
        builder.HasKey(a => a.Number);
        builder.Property(a => a.Number).HasMaxLength(24);
        Place(builder.Property(a => a.Prefecture), builder.Property(a => a.Procedure));
        builder.Property(a => a.Kind).HasMaxLength(20);
        builder.HasIndex(a => a.PersonId);
        builder.HasIndex(a => new { a.Prefecture, a.Day });
    }

    public void Configure(EntityTypeBuilder<CountedGap> builder)
    {
        builder.ToTable("gaps");
        builder.HasKey(g => new { g.PersonId, g.FromDay });
        Place(builder.Property(g => g.Prefecture), builder.Property(g => g.Procedure));
        builder.HasIndex(g => new { g.Prefecture, g.ToDay });
    }

    public void Configure(EntityTypeBuilder<HeldPermit> builder)
    {
        builder.ToTable("permits");
        builder.HasKey(p => p.PersonId);
        builder.Property(p => p.PersonId).ValueGeneratedNever();
        Place(builder.Property(p => p.Prefecture), builder.Property(p => p.Procedure));
        builder.HasIndex(p => new { p.Prefecture, p.UntilDay });
    }

    public void Configure(EntityTypeBuilder<PartnerDeadline> builder)
    {
        builder.ToTable("partner_deadlines");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Prefecture).HasMaxLength(4);
        builder.HasIndex(d => d.ApplicationId);
        builder.HasIndex(d => new { d.Prefecture, d.DueDay });
    }

    private static void Place(PropertyBuilder<string> prefecture, PropertyBuilder<string> procedure)
    {
        prefecture.HasMaxLength(4);
        procedure.HasMaxLength(20);
    }
}
