using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Anef.SharedKernel.Persistence;

/// <summary>SQLite is in process: one prepared statement, run once a row, is its bulk copy.</summary>
/// <remarks>Bound by place. The driver looks each parameter up by its name, for each row: on a wide table that is half of the time. Values are written as it writes them.</remarks>
internal static class SqliteRows
{
    private const string Instants = @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF";
    private const string Decimals = "0.0###########################";

    public static void Insert(SqliteConnection connection, BulkTable table, IEnumerable<object?[]> rows)
    {
        var db = connection.Handle!;
        var columns = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
        var sql = $"INSERT INTO \"{table.Name}\" ({columns}) VALUES ({string.Join(", ", Enumerable.Repeat("?", table.Columns.Count))})";
        Check(raw.sqlite3_prepare_v2(db, sql, out var statement), db);
        using (statement)
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++) Check(Bind(statement, i + 1, row[i]), db);
                if (raw.sqlite3_step(statement) is not raw.SQLITE_DONE and var fault) Check(fault, db);
                Check(raw.sqlite3_reset(statement), db);
            }
    }

    private static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => raw.sqlite3_bind_text(statement, place, text),
        int number => raw.sqlite3_bind_int(statement, place, number),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        bool yes => raw.sqlite3_bind_int(statement, place, yes ? 1 : 0),
        Guid id => Bind(statement, place, id),
        DateOnly day => raw.sqlite3_bind_text(statement, place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTime instant => raw.sqlite3_bind_text(statement, place, instant.ToString(Instants, CultureInfo.InvariantCulture)),
        decimal number => raw.sqlite3_bind_text(statement, place, number.ToString(Decimals, CultureInfo.InvariantCulture)),
        double number => raw.sqlite3_bind_double(statement, place, number),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => throw new NotSupportedException($"{value.GetType()} is in no table of ours"),
    };

    private static int Bind(sqlite3_stmt statement, int place, Guid id)
    {
        Span<byte> text = stackalloc byte[36];
        id.TryFormat(text, out _);
        System.Text.Ascii.ToUpperInPlace(text, out _);
        return raw.sqlite3_bind_text(statement, place, text);
    }

    private static void Check(int result, sqlite3 db) => SqliteException.ThrowExceptionForRC(result, db);
}
