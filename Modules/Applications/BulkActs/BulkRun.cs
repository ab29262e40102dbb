using Anef.Applications.Persistence;
using Anef.SharedKernel.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.Applications.BulkActs;

/// <summary>One act on many files: looked at before it begins, done file by file, resumed wherever it stopped.</summary>
internal sealed class BulkRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The roles under which it was asked for; each file is opened with them again when its turn comes.</summary>
    public string Grants { get; init; } = "";

    /// <summary>Code of <see cref="BulkRules"/>.</summary>
    public string Act { get; init; } = "";

    public IReadOnlyList<string> Documents { get; init; } = [];

    public DateOnly? Due { get; init; }

    public string Reason { get; init; } = "";

    public DateTimeOffset PreparedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public Visitor Visitor() => new(AccountId, Name, null, [.. Grants.Split(',').Select(RoleGrant.Parse).OfType<RoleGrant>()]);
}

/// <summary>One file of a run.</summary>
internal sealed class BulkItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid RunId { get; init; }

    public int Position { get; init; }

    public string Number { get; init; } = "";

    /// <summary>Of the file when it was looked at.</summary>
    public long FileVersion { get; init; }

    public BulkState State { get; private set; }

    /// <summary>Why it was left out or refused, or what was done.</summary>
    public string Words { get; private set; } = "";

    public long Version { get; private set; }

    public BulkItem End(BulkState state, string words)
    {
        (State, Words) = (state, words.Length > 400 ? words[..400] : words);
        return this;
    }
}

internal enum BulkState
{
    Waiting,

    /// <summary>Looked at before the run, and not to be touched by it.</summary>
    LeftOut,

    Done,

    /// <summary>Its turn came and something said no: nothing was changed.</summary>
    Refused,
}

internal sealed class BulkMapping : IEntityTypeConfiguration<BulkRun>, IEntityTypeConfiguration<BulkItem>
{
    public void Configure(EntityTypeBuilder<BulkRun> builder)
    {
        builder.ToTable("bulkruns");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Act).HasMaxLength(40);
        builder.Property(r => r.Documents).AsJson();
        builder.Property(r => r.Reason).HasMaxLength(1000);
        builder.HasIndex(r => new { r.FinishedAt, r.StartedAt });
    }

    public void Configure(EntityTypeBuilder<BulkItem> builder)
    {
        builder.ToTable("bulkitems");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Number).HasMaxLength(24);
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => new { i.RunId, i.State, i.Position });
    }
}
