using System.Data.Common;
using Anef.SharedKernel.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Anef.SharedKernel.Seeding;

/// <summary>What each database is told so that much is written soon, and what it is told afterwards.</summary>
internal sealed class SeedPace(DbConnection connection)
{
    /// <summary>Long texts are compressed sooner, where the server has been built with it.</summary>
    private const string PostgreSqlLz4 = "SELECT set_config(name, 'lz4', false) FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY(enumvals)";

    /// <summary>Rows are about to be written.</summary>
    public async Task ForRows(CancellationToken ct)
    {
        if (connection is NpgsqlConnection) await Tell($"SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; {PostgreSqlLz4}", ct);
        if (connection is not SqliteConnection) return;
        await KeepJournal(ct);
        await Tell("PRAGMA synchronous = OFF; PRAGMA threads = 2; PRAGMA cache_size = -600000", ct);
    }

    /// <summary>Indexes are about to be made, each by going through its table again: what the system keeps of the file is read sooner than a cache of our own is filled.</summary>
    public Task ForIndexes(CancellationToken ct) => connection is SqliteConnection ? Tell(SqliteTuning.Cache, ct) : Task.CompletedTask;

    /// <summary>All is written: on the disk, and known to the planner.</summary>
    public Task Rest(CancellationToken ct) => connection switch
    {
        SqliteConnection => Tell("PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL; PRAGMA analysis_limit = 2000; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)", ct),
        NpgsqlConnection => Tell("RESET synchronous_commit; RESET maintenance_work_mem; RESET default_toast_compression; ANALYZE", ct),
        _ => Task.CompletedTask,
    };

    /// <summary>Nearly all that is written is new: a journal of what was there before is short, where a log ahead is as long as the database. Only whoever is alone may choose.</summary>
    private async Task KeepJournal(CancellationToken ct)
    {
        SqliteConnection.ClearAllPools();
        try { await Tell("PRAGMA journal_mode = TRUNCATE", ct, seconds: 5); }
        catch (SqliteException fault) when (fault.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY) { } // it takes longer, and that is all
    }

    private async Task Tell(string settings, CancellationToken ct, int seconds = 0)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = seconds;
#pragma warning disable CA2100 // words of this class
        command.CommandText = settings;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(ct);
    }
}
