using Anef.Staffing.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Staffing.Persistence;

internal sealed class ReportMailMapping : IEntityTypeConfiguration<ReportSchedule>, IEntityTypeConfiguration<ReportSubscription>, IEntityTypeConfiguration<ReportIssue>, IEntityTypeConfiguration<ReportSending>
{
    public void Configure(EntityTypeBuilder<ReportSchedule> builder)
    {
        builder.ToTable("report_schedules");
        builder.HasKey(s => s.Prefecture);
        builder.Property(s => s.Prefecture).HasMaxLength(4);
        builder.Property(s => s.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ReportSubscription> builder)
    {
        builder.ToTable("report_subscriptions");
        builder.HasKey(s => new { s.Prefecture, s.AccountId });
        builder.Property(s => s.Prefecture).HasMaxLength(4);
    }

    public void Configure(EntityTypeBuilder<ReportIssue> builder)
    {
        builder.ToTable("report_issues");
        // Two hosts at the same time: the second is refused by this key, and its recipients with it.
        builder.HasKey(i => new { i.Prefecture, i.To });
        builder.Property(i => i.Prefecture).HasMaxLength(4);
    }

    public void Configure(EntityTypeBuilder<ReportSending> builder)
    {
        builder.ToTable("report_sendings");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Prefecture).HasMaxLength(4);
        builder.Property(s => s.Name).HasMaxLength(200);
        builder.Property(s => s.Team).HasMaxLength(60);
        builder.Property(s => s.Fault).HasMaxLength(300);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => new { s.Prefecture, s.To, s.AccountId }).IsUnique();
        builder.HasIndex(s => new { s.State, s.TryAt });
    }
}
