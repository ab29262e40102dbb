using Anef.Attestations.Persistence;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Database;

public sealed class WritingInBulk(DatabaseProvider provider) : OnEachProvider(provider)
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 8, 0, 0, 123, TimeSpan.Zero);

    [Test]
    public async Task Leaves_what_saving_one_by_one_leaves()
    {
        await using var house = await Build();
        await using var scope = house.Scope();
        var db = scope.ServiceProvider.GetRequiredService<AttestationsDb>();
        var message = Guid.CreateVersion7();
        db.Add(Delivery(message, "saved", "ça n'a pas marché ; « Nguyễn »"));
        await db.SaveChangesAsync();
        await db.BulkInsert([Delivery(message, "bulk", "ça n'a pas marché ; « Nguyễn »"), Delivery(message, "null", null)], CancellationToken.None);

        var rows = await db.Deliveries.AsNoTracking().OrderBy(d => d.Handler)
            .Select(d => new { d.Handler, d.MessageId, d.Position, d.Attempts, d.DueAt, d.LastError }).ToListAsync();
        Assert.That(rows.Select(r => r.Handler), Is.EqualTo(new[] { "bulk", "null", "saved" }));
        Assert.That(rows[0] with { Handler = "saved" }, Is.EqualTo(rows[2]));
        Assert.That(rows[1].LastError, Is.Null);
        Assert.That(await db.Deliveries.CountAsync(d => d.MessageId == message && d.DueAt == At), Is.EqualTo(3));
    }

    [Test]
    public async Task Is_undone_with_its_transaction()
    {
        await using var house = await Build();
        await using var scope = house.Scope();
        var db = scope.ServiceProvider.GetRequiredService<AttestationsDb>();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.BulkInsert([Delivery(Guid.CreateVersion7(), "undone", null)], CancellationToken.None);
            await transaction.RollbackAsync();
        }

        Assert.That(await db.Deliveries.AnyAsync(), Is.False);
    }

    private static OutboxDelivery Delivery(Guid message, string handler, string? error) =>
        new() { MessageId = message, Handler = handler, Position = 7, Attempts = 1, DueAt = At, LastError = error };
}
