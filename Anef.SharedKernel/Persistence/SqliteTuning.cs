using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Anef.SharedKernel.Persistence;

/// <summary>Room for work done set by set: a chunk fits in the cache, and the log is folded into the file once in many chunks instead of after each.
/// Whoever waits for another's write looks again after a millisecond or a few; the driver by itself would sleep 150.
/// A new file has pages that hold two requests: a page of 4096 bytes holds one, and most of the rest of it nothing.</summary>
/// <remarks>What is committed stays on the disk as before.</remarks>
internal sealed class SqliteTuning : DbConnectionInterceptor
{
    public const string Cache = "PRAGMA cache_size = -16000";
    private const string Settings = $"PRAGMA page_size = 8192; {Cache}; PRAGMA wal_autocheckpoint = 5000; PRAGMA busy_timeout = 2000";

    /// <summary>Open connections are pooled and keep what they were told.</summary>
    private readonly ConditionalWeakTable<object, object> _told = [];

    public static SqliteTuning One { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(connection);
        return Task.CompletedTask;
    }

    private void Tell(DbConnection connection)
    {
        if (connection is not SqliteConnection { Handle: { } handle } || !_told.TryAdd(handle, handle)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }
}
