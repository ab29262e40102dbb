using Anef.PartnerOrganisations.Domain;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.PartnerOrganisations.Persistence;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Token).HasMaxLength(60);
        builder.Property(o => o.Prefectures).AsJson(2000);
        builder.Property(o => o.Procedures).AsJson(2000);
        builder.Property(o => o.Senders).AsJson(4000);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => o.Token).IsUnique();
    }
}

internal sealed class MemberMapping : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("members");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => new { m.OrganisationId, m.Until });
        builder.HasIndex(m => new { m.AccountId, m.Until });
    }
}

internal sealed class MandateMapping : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> builder)
    {
        builder.ToTable("mandates");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Procedures).AsJson(2000);
        builder.Property(m => m.RevokedBy).HasMaxLength(20);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => new { m.OrganisationId, m.PersonId });
        builder.HasIndex(m => m.PersonId);
    }
}

internal sealed class InboundMailMapping : IEntityTypeConfiguration<InboundMail>
{
    public void Configure(EntityTypeBuilder<InboundMail> builder)
    {
        builder.ToTable("mails");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Key).HasMaxLength(64);
        builder.Property(m => m.MessageId).HasMaxLength(400);
        builder.Property(m => m.Reason).HasMaxLength(60);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => new { m.State, m.ReceivedAt });
    }
}

internal sealed class BatchMapping : IEntityTypeConfiguration<Batch>
{
    public void Configure(EntityTypeBuilder<Batch> builder)
    {
        builder.ToTable("batches");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Channel).HasMaxLength(10);
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasIndex(b => b.MailId).IsUnique();
        builder.HasIndex(b => new { b.OrganisationId, b.ReceivedAt });
        builder.HasIndex(b => new { b.State, b.ReceivedAt });
    }
}

internal sealed class BatchLineMapping : IEntityTypeConfiguration<BatchLine>
{
    public void Configure(EntityTypeBuilder<BatchLine> builder)
    {
        builder.ToTable("lines");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Content).HasMaxLength(-1);
        builder.Property(l => l.Hash).HasMaxLength(64);
        builder.Property(l => l.Reason).HasMaxLength(60);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.HasIndex(l => new { l.BatchId, l.Number }).IsUnique();
        // The hash holds the organisation: the same line of another one is another line.
        builder.HasIndex(l => l.Hash);
        builder.HasIndex(l => l.CaseId);
    }
}

internal sealed class PartnerCaseMapping : IEntityTypeConfiguration<PartnerCase>
{
    public void Configure(EntityTypeBuilder<PartnerCase> builder)
    {
        builder.ToTable("cases");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Reference).HasMaxLength(30);
        builder.Property(c => c.Fingerprint).HasMaxLength(64);
        builder.Property(c => c.Likeness).HasMaxLength(64);
        builder.Property(c => c.Kind).HasMaxLength(20);
        builder.Property(c => c.Reason).HasMaxLength(60);
        builder.Property(c => c.Prefecture).HasMaxLength(10);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.Reference).IsUnique();
        builder.HasIndex(c => new { c.OrganisationId, c.Fingerprint });
        builder.HasIndex(c => new { c.OrganisationId, c.Likeness });
        builder.HasIndex(c => new { c.Prefecture, c.AnsweredAt, c.DueOn });
        builder.HasIndex(c => new { c.AnsweredAt, c.DueOn });
        builder.HasIndex(c => c.PersonId);
    }
}

internal sealed class CaseWordMapping : IEntityTypeConfiguration<CaseWord>
{
    public void Configure(EntityTypeBuilder<CaseWord> builder)
    {
        builder.ToTable("words");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Text).HasMaxLength(CaseWord.Longest);
        builder.HasIndex(w => new { w.CaseId, w.At });
    }
}
