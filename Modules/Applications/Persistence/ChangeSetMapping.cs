using Anef.Applications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Applications.Persistence;

internal sealed class ChangeSetMapping : IEntityTypeConfiguration<ChangeSet>
{
    public void Configure(EntityTypeBuilder<ChangeSet> builder)
    {
        builder.ToTable("changesets");
        // One open set a request, whatever two devices do at once.
        builder.HasKey(c => c.ApplicationId);
        builder.Property(c => c.ApplicationId).ValueGeneratedNever();
        builder.Ignore(c => c.IsEmpty);
        builder.Property(c => c.Answers).AsJson();
        builder.Property(c => c.Documents).AsJson();
        builder.Property(c => c.Version).IsConcurrencyToken();
    }
}
