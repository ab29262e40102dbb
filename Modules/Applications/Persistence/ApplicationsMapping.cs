using Anef.Applications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Applications.Persistence;

internal sealed class ApplicationsMapping : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<PermitApplication>, IEntityTypeConfiguration<FailedAttempt>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        Keyed(builder);
        builder.Ignore(p => p.Identity).Ignore(p => p.Held).Ignore(p => p.Gone).Ignore(p => p.Words);
        builder.Property(p => p.Identities).AsJson();
        builder.Property(p => p.Situation).AsJson();
        builder.Property(p => p.Contact).AsJson();
        builder.Property(p => p.Permits).AsJson();
        builder.Property(p => p.Zone).HasMaxLength(40);
        builder.Property(p => p.Prefecture).HasMaxLength(4);
        builder.HasIndex(p => new { p.Zone, p.NextReminderOn });
        builder.HasIndex(p => p.ForeignerNumber);
    }

    public void Configure(EntityTypeBuilder<PermitApplication> builder)
    {
        builder.ToTable("applications");
        Keyed(builder);
        builder.Ignore(a => a.IsDraft).Ignore(a => a.Undecided).Ignore(a => a.MissesIndispensable).Ignore(a => a.Status);
        builder.Property(a => a.Rules).AsJson();
        builder.Property(a => a.Documents).AsJson();
        builder.Property(a => a.Requests).AsJson();
        builder.Property(a => a.Provisional).AsJson();
        builder.Property(a => a.LegalCoverage).AsJson();
        builder.Property(a => a.Decision).AsJson();
        builder.Property(a => a.Ending).AsJson();
        builder.Property(a => a.Offer).AsJson();
        builder.Property(a => a.Answers).AsJson();
        builder.Property(a => a.History).AsJson();
        builder.Property(a => a.Notices).AsJson();
        builder.Property(a => a.Number).HasMaxLength(24);
        builder.Property(a => a.Zone).HasMaxLength(40);
        builder.Property(a => a.Prefecture).HasMaxLength(4);
        builder.HasIndex(a => a.Number).IsUnique();
        // Theirs; and for those who look for a name among many that bear it, enough to pass over what they did not ask for.
        // The longest names are ours: PostgreSQL cuts what goes beyond 63 letters.
        builder.HasIndex(a => new { a.PersonId, a.Prefecture, a.State, a.Procedure }).HasDatabaseName("IX_applications_applications_PersonId");
        // The one daily question: which files have something due.
        builder.HasIndex(a => new { a.Zone, a.NextDeadlineOn });
        Listed(builder);
        Ageing(builder);
    }

    public void Configure(EntityTypeBuilder<FailedAttempt> builder)
    {
        builder.ToTable("failedattempts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.PersonId);
    }

    /// <summary>One index an order that officers ask for: each page of a list is then a short walk along it. What stands last in one is passed over without a look at the file.</summary>
    private static void Listed(EntityTypeBuilder<PermitApplication> builder)
    {
        builder.Property(a => a.State).HasMaxLength(40);
        builder.Property(a => a.OfferedTo).HasMaxLength(4);
        builder.Property(a => a.Procedure).HasMaxLength(20);
        builder.HasIndex(a => new { a.Prefecture, a.FiledAt, a.Id });
        builder.HasIndex(a => new { a.Prefecture, a.State, a.FiledAt, a.Id, a.Procedure }).HasDatabaseName("IX_applications_applications_Prefecture_State");
        builder.HasIndex(a => new { a.Prefecture, a.Procedure, a.FiledAt, a.Id });
        builder.HasIndex(a => new { a.Prefecture, a.Restricted, a.FiledAt, a.Id });
        builder.HasIndex(a => new { a.Prefecture, a.ActBy, a.Id, a.State, a.Procedure }).HasDatabaseName("IX_applications_applications_Prefecture_ActBy");
        builder.HasIndex(a => new { a.OfferedTo, a.FiledAt, a.Id });
        builder.HasIndex(a => a.NotifiedOn);
    }

    /// <summary>One index a step of what is destroyed after the end.</summary>
    private static void Ageing(EntityTypeBuilder<PermitApplication> builder)
    {
        builder.HasIndex(a => new { a.Zone, a.CopiesGoneOn, a.OverOn });
        builder.HasIndex(a => new { a.Zone, a.ContentsGoneOn, a.OverOn });
        builder.HasIndex(a => new { a.Zone, a.OverOn });
    }

    private static void Keyed<T>(EntityTypeBuilder<T> builder) where T : Aggregate
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
    }
}
