using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Anef.SharedKernel.Persistence;

/// <summary>Writes many new rows of one table by the quickest way that each database has, inside the context's own transaction.</summary>
/// <remarks>Columns, names and conversions are the model's: what is written here reads like what <c>SaveChanges</c> writes.</remarks>
public static class BulkRows
{
    /// <summary>Inserts the rows; the context does not track them.</summary>
    public static async Task BulkInsert<T>(this DbContext db, IReadOnlyCollection<T> rows, CancellationToken ct) where T : class
    {
        if (rows.Count == 0) return;
        var table = new BulkTable(db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T)} is not in the model"));
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            switch (db.Database.GetDbConnection())
            {
                case NpgsqlConnection connection: await Copy(connection, table, rows, ct); break;
                case SqlConnection connection: await Copy(connection, (SqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction(), table, rows, ct); break;
                case var connection: Insert(connection, db.Database.CurrentTransaction?.GetDbTransaction(), table, rows); break;
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>SQLite is in process: one prepared statement, run once a row, is its bulk copy.</summary>
    private static void Insert<T>(DbConnection connection, DbTransaction? transaction, BulkTable table, IEnumerable<T> rows) where T : class
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})";
        foreach (var column in table.Columns)
            command.Parameters.Add(column.Mapping.CreateParameter(command, $"@p{command.Parameters.Count}", null, nullable: true));
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < table.Columns.Count; i++)
                command.Parameters[i].Value = table.Columns[i].Value(row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private static async Task Copy<T>(NpgsqlConnection connection, BulkTable table, IEnumerable<T> rows, CancellationToken ct) where T : class
    {
        var columns = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
        await using var writer = await connection.BeginBinaryImportAsync($"COPY \"{table.Name}\" ({columns}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(ct);
            foreach (var column in table.Columns)
                if (column.Value(row) is { } value) await writer.WriteAsync(value, column.StoreType, ct);
                else await writer.WriteNullAsync(ct);
        }
        await writer.CompleteAsync(ct);
    }

    private static async Task Copy<T>(SqlConnection connection, SqlTransaction? transaction, BulkTable table, IEnumerable<T> rows, CancellationToken ct) where T : class
    {
        using var copy = new SqlBulkCopy(connection, SqlBulkCopyOptions.CheckConstraints, transaction) { DestinationTableName = table.Name };
        using var data = new DataTable();
        data.Locale = System.Globalization.CultureInfo.InvariantCulture;
        foreach (var column in table.Columns)
        {
            data.Columns.Add(column.Name, column.ProviderType);
            copy.ColumnMappings.Add(column.Name, column.Name);
        }
        foreach (var row in rows)
            data.Rows.Add([.. table.Columns.Select(c => c.Value(row) ?? DBNull.Value)]);
        await copy.WriteToServerAsync(data, ct);
    }

    private sealed class BulkTable(IEntityType entity)
    {
        public string Name { get; } = entity.GetTableName()!;

        public IReadOnlyList<BulkColumn> Columns { get; } = [.. entity.GetProperties().Select(p => new BulkColumn(p, StoreObjectIdentifier.Table(entity.GetTableName()!)))];
    }

    private sealed class BulkColumn(IProperty property, StoreObjectIdentifier table)
    {
        private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        private readonly Reader _reader = new(property);

        public string Name { get; } = property.GetColumnName(table)!;

        public RelationalTypeMapping Mapping { get; } = (RelationalTypeMapping)property.GetTypeMapping();

        public string StoreType { get; } = ((RelationalTypeMapping)property.GetTypeMapping()).StoreTypeNameBase;

        public Type ProviderType
        {
            get
            {
                var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
                return Nullable.GetUnderlyingType(type) ?? type;
            }
        }

        public object? Value(object row)
        {
            var value = _reader.Of(row);
            return value is null || _convert is null ? value : _convert(value);
        }
    }

    /// <summary>Reads a property through the model, private setters and all.</summary>
    private sealed class Reader(IProperty property)
    {
        private readonly IClrPropertyGetter _getter = property.GetGetter();

        public object? Of(object row) => _getter.GetClrValue(row);
    }
}
