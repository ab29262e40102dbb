using System.Data.Common;
using Anef.SharedKernel.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Anef.SharedKernel.Seeding;

/// <summary>How far a seed has come. A row of its own table, written in the transactions of what it counts: whatever stops the program, it is true.</summary>
/// <param name="Words">What was asked for.</param>
/// <param name="Written">People written.</param>
/// <param name="Indexes">Indexes made again.</param>
/// <param name="Finished">Nothing is missing.</param>
public sealed record SeedMark(string Words, long Written, int Indexes, bool Finished)
{
    private const string Table = "__seed";

    /// <summary>What an unfinished seed was asked for; null where none was begun or it is finished. Asked before anything is served.</summary>
    public static async Task<string?> Unfinished(IConfiguration configuration, CancellationToken ct)
    {
        await using var connection = MigrationHistory.Connection(DatabaseOptions.Read(configuration));
        await connection.OpenAsync(ct);
        return await Read(connection, ct) is { Finished: false } mark ? mark.Words : null;
    }

    internal static async Task<SeedMark?> Read(DbConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = connection is SqliteConnection ? $"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '{Table}'"
            : $"SELECT COUNT(*) FROM information_schema.tables WHERE table_name = '{Table}'";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(ct), null) == 0) return null;
        command.CommandText = $"SELECT \"Words\", \"Written\", \"Indexes\", \"Finished\" FROM \"{Table}\"";
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new(reader.GetString(0), reader.GetInt64(1), reader.GetInt32(2), reader.GetInt32(3) == 1) : null;
    }

    /// <summary>Writes it for the first time.</summary>
    internal async Task Begin(DbTransaction transaction, CancellationToken ct)
    {
        await Run(transaction, $"CREATE TABLE \"{Table}\" (\"Words\" VARCHAR(400) NOT NULL, \"Written\" BIGINT NOT NULL, \"Indexes\" INT NOT NULL, \"Finished\" INT NOT NULL)", ct);
        await Run(transaction, $"INSERT INTO \"{Table}\" (\"Words\", \"Written\", \"Indexes\", \"Finished\") VALUES ('{Words}', {Written}, {Indexes}, {(Finished ? 1 : 0)})", ct);
    }

    /// <summary>Writes it over an earlier one.</summary>
    /// <exception cref="InvalidOperationException">Another program writes at the same time.</exception>
    internal async Task Follow(SeedMark earlier, DbTransaction transaction, CancellationToken ct)
    {
        if (await Run(transaction, $"UPDATE \"{Table}\" SET \"Written\" = {Written}, \"Indexes\" = {Indexes}, \"Finished\" = {(Finished ? 1 : 0)} WHERE \"Written\" = {earlier.Written} AND \"Indexes\" = {earlier.Indexes}", ct) != 1)
            throw new IOException("Un autre programme remplit la même base : celui-ci s'arrête.");
    }

    /// <summary>Runs a statement of ours.</summary>
    internal static async Task<int> Run(DbTransaction transaction, string sql, CancellationToken ct)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // names of our tables and numbers; the words are made by the program
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteNonQueryAsync(ct);
    }
}
