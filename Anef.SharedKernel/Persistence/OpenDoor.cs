using Microsoft.EntityFrameworkCore;

namespace Anef.SharedKernel.Persistence;

/// <summary>Keeps a context's connection open over several reads: to open one anew for each costs as much as a small read.</summary>
public static class OpenDoor
{
    /// <summary>Opens it, until what is returned is disposed of.</summary>
    public static async Task<IAsyncDisposable> StayOpen(this DbContext db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        return new Closing(db);
    }

    private sealed class Closing(DbContext db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await db.Database.CloseConnectionAsync();
    }
}
