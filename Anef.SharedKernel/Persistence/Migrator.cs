using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.SharedKernel.Persistence;

/// <summary>Brings every module's tables up to date. Two hosts that start together take turns.</summary>
public sealed class Migrator(IServiceScopeFactory scopes, ModuleDbCatalog modules, IConfiguration configuration)
{
    private const long LockKey = 0x414E_4546; // "ANEF"

    /// <summary>Applies what is missing and names it: module, migration.</summary>
    public async Task<IReadOnlyList<string>> Migrate(CancellationToken ct)
    {
        if (await new MigrationHistory(configuration, modules).IsComplete(ct)) return [];
        var applied = new List<string>();
        foreach (var module in modules.All)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(module);
            await using var turn = await Turn(db, ct);
            // Else PostgreSQL's provider looks for it by reading it, and each first start logs errors that are none.
            if (db.Database.IsNpgsql()) await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(ct);
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
        await MakeDatabase(db, ct);
        // EF Core's own lock covers SQL Server; here it also covers the list of what is missing.
        if (!db.Database.IsNpgsql()) return null;
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlRawAsync($"SELECT pg_advisory_lock({LockKey})", ct);
        return new Release(async () =>
        {
            await db.Database.ExecuteSqlRawAsync($"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        });
    }

    /// <summary>Another host may make it at the same instant: then it is there, which is all that was wanted.</summary>
    private static async Task MakeDatabase(ModuleDb db, CancellationToken ct)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(ct)) return;
        try { await creator.CreateAsync(ct); }
        catch (DbException) when (creator.Exists()) { }
    }

    private static async Task<IAsyncDisposable> FileTurn(ModuleDb db, CancellationToken ct)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        FileStream? turn = null;
        while (turn is null)
        {
            try { turn = new FileStream(file + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
            catch (IOException fault) when (IsHeld(fault)) { await Task.Delay(TimeSpan.FromMilliseconds(50), ct); }
        }
        // The file stays: to delete it on leaving would let one in who opened it just before, and one who makes it anew.
        // Whoever holds it is alone: a lock row left by a host that was killed while migrating is nobody's.
        if (File.Exists(file) && new FileInfo(file).Length > 0)
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        return turn;
    }

    /// <summary>Another has it (on Linux, macOS, Windows); a full disk or a folder of somebody else's would never pass.</summary>
    private static bool IsHeld(IOException fault) => (fault.HResult & 0xFFFF) is 11 or 35 or 32;

    private sealed class Release(Func<Task> release) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await release();
    }
}
