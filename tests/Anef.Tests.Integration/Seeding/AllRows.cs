using System.Data.Common;
using System.Globalization;
using Anef.SharedKernel.Persistence;
using Anef.Tests.Support;

namespace Anef.Tests.Integration.Seeding;

/// <summary>Every row of every table of the modules, in words, to be compared.</summary>
internal static class AllRows
{
    public static async Task<IReadOnlyList<string>> Of(AnefHouse house, string startingWith = "")
    {
        await using var connection = await house.Database.Connect();
        var tables = await Read(connection, house.Database.Provider == DatabaseProvider.Sqlite ? "SELECT name FROM sqlite_master WHERE type = 'table'" : "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'");
        var rows = new List<string>();
        foreach (var table in tables.Where(t => t.Contains('_', StringComparison.Ordinal) && t[0] is not '_' && !t.StartsWith("sqlite_", StringComparison.Ordinal) && !t.StartsWith("pg_", StringComparison.Ordinal) && !t.StartsWith("sql_", StringComparison.Ordinal)
            && !t.EndsWith("migrations", StringComparison.OrdinalIgnoreCase) && t.StartsWith(startingWith, StringComparison.Ordinal)))
            rows.AddRange((await Read(connection, $"SELECT * FROM \"{table}\"")).Select(row => $"{table}: {row}"));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static async Task<List<string>> Read(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names of our tables
        command.CommandText = sql;
#pragma warning restore CA2100
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync())
        {
            reader.GetValues(values);
            rows.Add(string.Join('|', values.Select(v => v is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(v, CultureInfo.InvariantCulture))));
        }
        return rows;
    }
}
