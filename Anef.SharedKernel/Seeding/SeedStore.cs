using System.Data;
using System.Data.Common;
using Anef.SharedKernel.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Anef.SharedKernel.Seeding;

/// <summary>The database while a made-up history is written to it: one connection for the tables of all modules, each transaction holds some lives and the count of them.</summary>
public sealed class SeedStore : IAsyncDisposable
{
    private readonly ModuleDb _first;
    private readonly IReadOnlyList<SeedIndex> _indexes;
    private readonly Dictionary<Type, BulkTable> _tables = [];
    private SeedMark? _mark;
    private DbTransaction? _open;
    private long _unkept;

    /// <param name="contexts">A context of each seeder's kind.</param>
    public SeedStore(IReadOnlyList<ISeeder> seeders, Func<Type, ModuleDb> contexts)
    {
        var made = seeders.Select(s => (Seeder: s, Db: contexts(s.Db))).ToList();
        _first = made[0].Db;
        _indexes = [.. made.SelectMany(m => SeedIndex.Of(m.Db, m.Seeder.Rows))];
        foreach (var (seeder, db) in made)
            foreach (var row in seeder.Rows) _tables.Add(row, BulkTable.Of(db, row));
    }

    /// <summary>How far it has come; null while nothing is begun.</summary>
    public SeedMark? Mark => _mark;

    /// <summary>People written, with those that would be lost if the program stopped now.</summary>
    public long Written => _mark!.Written + _unkept;

    private DbConnection Connection => _first.Database.GetDbConnection();

    private SeedPace Pace => new(Connection);

    /// <summary>Opens the database and looks how far it is.</summary>
    public async Task Open(CancellationToken ct)
    {
        await _first.Database.OpenConnectionAsync(ct);
        _mark = await SeedMark.Read(Connection, ct);
    }

    /// <summary>The first table in which something is already; null when all are empty.</summary>
    public async Task<string?> Occupied(CancellationToken ct)
    {
        foreach (var table in _tables.Values)
            if (await HasRows(table.Name, ct)) return table.Name;
        return null;
    }

    /// <summary>Begins, on empty tables: from here on they have no indexes but their keys.</summary>
    public async Task Begin(string words, CancellationToken ct)
    {
        var mark = new SeedMark(words, 0, 0, false);
        await using var transaction = await Connection.BeginTransactionAsync(ct);
        await mark.Begin(transaction, ct);
        foreach (var index in _indexes) await SeedMark.Run(transaction, index.Drop, ct);
        await transaction.CommitAsync(ct);
        _mark = mark;
    }

    /// <summary>Prepares the connection for much writing. A power cut while seeding costs the seed; a stopped program, a tenth of what was written at most.</summary>
    public Task Hurry(CancellationToken ct) => Pace.ForRows(ct);

    /// <summary>Rows of some lives, ready to be written. May be filled on another thread.</summary>
    public SeedRows Rows() => new(_tables);

    /// <summary>Writes them, and counts their people.</summary>
    /// <remarks>Kept each time that a tenth was added: keys drawn by chance fall on every page of their index, and to keep these costs the more, the fuller the table is.</remarks>
    public async Task Write(SeedRows rows, int people, CancellationToken ct)
    {
        _open ??= await Connection.BeginTransactionAsync(ct);
        foreach (var (table, values) in rows.All) await BulkRows.Write(Connection, _open, table, values, ct);
        _unkept += people;
        if (_unkept >= _mark!.Written / 10) await Keep(ct);
    }

    /// <summary>Makes the indexes again, one after the other, and calls it finished.</summary>
    public async Task Finish(Action<int, int> progress, CancellationToken ct)
    {
        await Keep(ct);
        await Pace.ForIndexes(ct);
        while (_mark!.Indexes < _indexes.Count)
        {
            progress(_mark.Indexes, _indexes.Count);
            await using var transaction = await Connection.BeginTransactionAsync(ct);
            await SeedMark.Run(transaction, _indexes[_mark.Indexes].Create, ct);
            await Follow(_mark with { Indexes = _mark.Indexes + 1 }, transaction, ct);
        }
        await using (var transaction = await Connection.BeginTransactionAsync(ct))
            await Follow(_mark with { Finished = true }, transaction, ct);
        await Pace.Rest(ct);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_open is not null) await _open.DisposeAsync();
        if (Connection is SqliteConnection { State: ConnectionState.Open } sqlite) SqliteConnection.ClearPool(sqlite);
        await _first.Database.CloseConnectionAsync();
    }

    private async Task Keep(CancellationToken ct)
    {
        if (_open is null) return;
        await Follow(_mark! with { Written = Written }, _open, ct);
        await _open.DisposeAsync();
        (_open, _unkept) = (null, 0);
    }

    private async Task Follow(SeedMark next, DbTransaction transaction, CancellationToken ct)
    {
        await next.Follow(_mark!, transaction, ct);
        await transaction.CommitAsync(ct);
        _mark = next;
    }

    private async Task<bool> HasRows(string table, CancellationToken ct)
    {
        await using var command = Connection.CreateCommand();
#pragma warning disable CA2100 // names of our tables
        command.CommandText = $"SELECT CASE WHEN EXISTS (SELECT 1 FROM \"{table}\") THEN 1 ELSE 0 END";
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), null) == 1;
    }
}
