using System.Text.Json;
using Anef.SharedKernel.Events;
using Anef.SharedKernel.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Anef.SharedKernel.Persistence;

/// <summary>What every module's database context is given.</summary>
public sealed record ModuleDbServices(EventCatalog Events, Positions Positions, PumpBell Bell, TimeProvider Clock);

/// <summary>A module's own tables, under its own prefix, with its outbox. <c>SaveChanges</c> is the transaction.</summary>
/// <remarks>One model for SQLite, SQL Server and PostgreSQL: keys are version-7 Guids set in code, enumerations are text, instants are UTC.</remarks>
public abstract class ModuleDb(DbContextOptions options, string module, ModuleDbServices services) : DbContext(options)
{
    private bool _published;

    /// <summary>The module's name, which is also its table prefix in lower case.</summary>
    public string Module { get; } = module;

    /// <summary>Facts published, as history.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>Facts still owed to a handler.</summary>
    public DbSet<OutboxDelivery> Deliveries => Set<OutboxDelivery>();

    /// <summary>Tells a fact, in the transaction of the next save.</summary>
    public void Publish(IEvent fact)
    {
        var (message, deliveries) = Envelope(fact, services.Positions.Next());
        Add(message);
        AddRange(deliveries);
        _published = true;
    }

    /// <summary>The rows that publishing a fact writes, for work done set by set.</summary>
    public (OutboxMessage Message, IEnumerable<OutboxDelivery> Deliveries) Envelope(IEvent fact, long position)
    {
        var type = fact.GetType();
        var now = services.Clock.GetUtcNow();
        var message = new OutboxMessage { Position = position, Type = type.FullName!, Body = JsonSerializer.Serialize(fact, type, OutboxJson.Options), OccurredAt = now };
        return (message, services.Events.ListenersOf(type).Select(l => l.Handler.FullName!).Distinct()
            .Select(handler => new OutboxDelivery { MessageId = message.Id, Position = position, Handler = handler, DueAt = now }));
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        BumpVersions();
        var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (_published && Database.CurrentTransaction is null) services.Bell.Ring();
        _published = false;
        return written;
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<string>().HaveMaxLength(400);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxMessage>(message =>
        {
            message.ToTable("outbox");
            message.Property(m => m.Id).ValueGeneratedNever();
            message.Property(m => m.Type).HasMaxLength(200);
            message.Property(m => m.Body).HasMaxLength(-1);
            message.HasIndex(m => m.Position);
        });
        modelBuilder.Entity<OutboxDelivery>(delivery =>
        {
            delivery.ToTable("deliveries");
            delivery.Property(d => d.Id).ValueGeneratedNever();
            delivery.Property(d => d.Handler).HasMaxLength(200);
            delivery.HasIndex(d => d.Position);
        });
        modelBuilder.Entity<Destruction>(line =>
        {
            line.ToTable("destructions");
            line.Property(d => d.Id).ValueGeneratedNever();
            line.Property(d => d.Thing).HasMaxLength(40);
            line.Property(d => d.Version).IsConcurrencyToken();
            line.HasIndex(d => new { d.On, d.Thing, d.RuleVersion }).IsUnique();
        });
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => !e.IsOwned() && e.GetTableName() is not null))
            entity.SetTableName($"{Module}_{entity.GetTableName()}".ToLowerInvariant());
    }

    private void BumpVersions()
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State == EntityState.Modified))
            if (entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true })
                entry.Property("Version").CurrentValue = (long)entry.Property("Version").OriginalValue! + 1;
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        value => value.UtcDateTime,
        value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));
}
