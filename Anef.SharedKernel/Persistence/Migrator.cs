using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.SharedKernel.Persistence;

/// <summary>Brings every module's tables up to date. Two hosts that start together take turns.</summary>
public sealed class Migrator(IServiceScopeFactory scopes, ModuleDbCatalog modules)
{
    private const long LockKey = 0x414E_4546; // "ANEF"

    /// <summary>Applies what is missing and names it: module, migration.</summary>
    public async Task<IReadOnlyList<string>> Migrate(CancellationToken ct)
    {
        var applied = new List<string>();
        foreach (var module in modules.All)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(module);
            await using var turn = await Turn(db, ct);
            var missing = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
            if (missing.Count == 0) continue;
            await db.Database.MigrateAsync(ct);
            applied.AddRange(missing.Select(m => $"{db.Module} {m}"));
        }
        return applied;
    }

    private static async Task<IAsyncDisposable?> Turn(ModuleDb db, CancellationToken ct)
    {
        if (db.Database.IsSqlite()) return await FileTurn(db, ct);
        // EF Core's own lock covers SQL Server and PostgreSQL once the database exists; creating it is what could race.
        if (db.Database.IsNpgsql() && await db.Database.CanConnectAsync(ct))
        {
            await db.Database.OpenConnectionAsync(ct);
            await db.Database.ExecuteSqlRawAsync($"SELECT pg_advisory_lock({LockKey})", ct);
            return new Release(async () =>
            {
                await db.Database.ExecuteSqlRawAsync($"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None);
                await db.Database.CloseConnectionAsync();
            });
        }
        return null;
    }

    private static async Task<IAsyncDisposable> FileTurn(ModuleDb db, CancellationToken ct)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        FileStream? turn = null;
        while (turn is null)
        {
            try { turn = new FileStream(file + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose); }
            catch (IOException) { await Task.Delay(TimeSpan.FromMilliseconds(50), ct); }
        }
        // Whoever holds the file is alone: a lock row left by a host that was killed while migrating is nobody's.
        if (File.Exists(file) && new FileInfo(file).Length > 0)
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        return turn;
    }

    private sealed class Release(Func<Task> release) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await release();
    }
}
