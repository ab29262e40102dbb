using Anef.PartnerOrganisations.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Anef.PartnerOrganisations.ReadMailbox;

/// <summary>Which host reads a mailbox, and until when unless it says so again.</summary>
internal sealed class MailboxLease
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);

    public required string Name { get; init; }

    public Guid Holder { get; set; }

    public DateTimeOffset Until { get; set; }

    public long Version { get; private set; }
}

internal sealed class MailboxLeaseMapping : IEntityTypeConfiguration<MailboxLease>
{
    public void Configure(EntityTypeBuilder<MailboxLease> builder)
    {
        builder.ToTable("mailboxleases");
        builder.HasKey(l => l.Name);
        builder.Property(l => l.Name).HasMaxLength(60);
        builder.Property(l => l.Version).IsConcurrencyToken();
    }
}

/// <summary>Takes and gives back the lease of a mailbox.</summary>
internal sealed class MailboxLeases(PartnerOrganisationsDb db, TimeProvider clock)
{
    private readonly Guid _holder = Guid.CreateVersion7();

    /// <summary>False while another host has it.</summary>
    public async Task<bool> Take(string name, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var lease = await db.Set<MailboxLease>().SingleOrDefaultAsync(l => l.Name == name, ct);
        if (lease is not null && lease.Holder != _holder && lease.Until > now) return false;
        if (lease is null) db.Add(lease = new() { Name = name });
        (lease.Holder, lease.Until) = (_holder, now + MailboxLease.Lasts);
        return await Save(ct);
    }

    public async Task GiveBack(string name, CancellationToken ct)
    {
        if (await db.Set<MailboxLease>().SingleOrDefaultAsync(l => l.Name == name && l.Holder == _holder, ct) is not { } lease) return;
        lease.Until = clock.GetUtcNow();
        await Save(ct);
    }

    private async Task<bool> Save(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another host was faster.
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
