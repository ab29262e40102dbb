using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Applications.ActForOther;

/// <summary>An act that a neighbour asked for and that was done: asked for again, it is known by its id.</summary>
internal sealed class DoneAct
{
    public Guid Id { get; init; }

    public Guid ApplicationId { get; set; }

    public DateTimeOffset At { get; init; }
}

internal sealed class DoneActMapping : IEntityTypeConfiguration<DoneAct>
{
    public void Configure(EntityTypeBuilder<DoneAct> builder)
    {
        builder.ToTable("actsforothers");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.ApplicationId);
    }
}
