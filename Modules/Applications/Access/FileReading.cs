using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Applications.Access;

/// <summary>Somebody who is not the person opened their file, or did something to it.</summary>
internal sealed class FileReading
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    public Guid PersonId { get; init; }

    public Guid AccountId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The role that opened it.</summary>
    public Role Role { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Code of what was seen or done: <c>file</c>, <c>status</c>, <c>document PAIE</c>, <c>confirm</c> …</summary>
    public string What { get; init; } = "";

    /// <summary>The prefecture in charge at that instant.</summary>
    public string Prefecture { get; init; } = "";

    /// <summary>The file was a restricted one: who reads logs does not see it.</summary>
    public bool Restricted { get; init; }
}

/// <summary>An account that may open a restricted file. A file that names nobody is open to the referents of its prefecture.</summary>
internal sealed class NamedReader
{
    public Guid ApplicationId { get; init; }

    public Guid AccountId { get; init; }

    public string Name { get; init; } = "";

    public Guid NamedBy { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class AccessMapping : IEntityTypeConfiguration<FileReading>, IEntityTypeConfiguration<NamedReader>
{
    public void Configure(EntityTypeBuilder<FileReading> builder)
    {
        builder.ToTable("readings");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.What).HasMaxLength(80);
        builder.Property(r => r.Prefecture).HasMaxLength(4);
        builder.HasIndex(r => new { r.PersonId, r.At });
        builder.HasIndex(r => new { r.ApplicationId, r.AccountId, r.At });
        builder.HasIndex(r => new { r.Prefecture, r.At });
        builder.HasIndex(r => r.At);
    }

    public void Configure(EntityTypeBuilder<NamedReader> builder)
    {
        builder.ToTable("namedreaders");
        builder.HasKey(n => new { n.ApplicationId, n.AccountId });
    }
}
